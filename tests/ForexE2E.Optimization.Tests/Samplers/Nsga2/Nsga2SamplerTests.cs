using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Optimization.Tests.Samplers.Nsga2;

public sealed class Nsga2SamplerTests : SamplerContract
{
    protected override ISampler Create(ParameterSpace space, int objectives) =>
        SamplerFactory.Create(space, new SamplerSettings(OptimizationMethod.Genetic, objectives, 100));

    [Fact]
    public void With_two_objectives_it_beats_luck() => Assert.True(
        MedianHypervolume(() => Create(TestSpaces.Mixed, 2), 300) > MedianHypervolume(() => new RandomSampler(TestSpaces.Mixed), 300));

    [Fact]
    public void No_set_is_tried_twice()
    {
        List<ObservedTrial> trials = Play(Create(TestSpaces.Mixed, 2), 400, 2, TestSpaces.TwoLosses);
        Assert.Equal(trials.Count, trials.Select(t => t.Parameters).Distinct().Count());
    }
}
