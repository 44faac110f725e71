using ForexE2E.Domain.Parameters;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Optimization.Tests.Samplers.CmaEs;

public sealed class CmaEsSamplerTests : SamplerContract
{
    protected override ISampler Create(ParameterSpace space, int objectives) => SamplerFactory.Create(space, "cmaes", objectives, 100);

    [Fact]
    public void With_one_objective_it_beats_luck() => Assert.True(
        MedianBest(() => Create(TestSpaces.Mixed, 1), 150) < MedianBest(() => new RandomSampler(TestSpaces.Mixed), 150));
}
