using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Tests.Samplers;
using ForexE2E.Optimization.WarmStart;

namespace ForexE2E.Optimization.Tests.WarmStart;

public sealed class WarmStartSamplerTests : SamplerContract
{
    private static readonly ImmutableArray<ObservedTrial> Earlier =
        [.. Play(SamplerFactory.Create(TestSpaces.Mixed, "tpe", 1, 60), 60, 4, s => [TestSpaces.Bowl(s)])];

    private static readonly ImmutableArray<ObservedTrial> EarlierOfTwo =
        [.. Play(SamplerFactory.Create(TestSpaces.Mixed, "tpe", 2, 60), 60, 4, TestSpaces.TwoLosses)];

    [Fact]
    public void After_the_defaults_come_the_best_earlier_sets()
    {
        var sampler = Warm(SamplerFactory.Create(TestSpaces.Mixed, "tpe", 1, 60), Earlier, 1);
        ParameterSet[] best = [.. Earlier.OrderBy(t => t.Losses[0]).Take(5).Select(t => t.Parameters)];
        Assert.Equal([TestSpaces.Mixed.Defaults, .. best], Enumerable.Range(0, sampler.FirstSuggestions).Select(n => sampler.Suggest(n, [], 1)));
    }

    [Fact]
    public void Of_several_objectives_they_come_from_the_front()
    {
        var sampler = Warm(SamplerFactory.Create(TestSpaces.Mixed, "tpe", 2, 60), EarlierOfTwo, 2);
        for (int n = 1; n < sampler.FirstSuggestions; n++)
        {
            ObservedTrial retried = EarlierOfTwo.First(t => t.Parameters.Equals(sampler.Suggest(n, [], 1)));
            Assert.DoesNotContain(EarlierOfTwo, t => Optimization.Fronts.Dominance.Dominates(t.Losses.AsSpan(), retried.Losses.AsSpan()));
        }
    }

    [Fact]
    public void What_comparable_trials_taught_makes_the_next_suggestions_better()
    {
        double Mean(bool comparable) => Enumerable.Range(1, 11).Average(seed =>
        {
            var sampler = new WarmStartSampler(SamplerFactory.Create(TestSpaces.Mixed, "tpe", 1, 60), TestSpaces.Mixed, Earlier, 1, comparable, retries: 0);
            return Play(sampler, 12, (ulong)seed, s => [TestSpaces.Bowl(s)]).Skip(1).Average(t => t.Losses[0]);
        });
        Assert.True(Mean(comparable: true) < 0.7 * Mean(comparable: false));
    }

    [Fact]
    public void Failed_pruned_and_infeasible_earlier_trials_are_not_tried_anew()
    {
        ParameterSet set = TestSpaces.Mixed.Defaults.With("x", 1);
        ImmutableArray<ObservedTrial> poor =
        [
            ObservedTrial.Failed(0, set), ObservedTrial.Pruned(1, set, [-5]), ObservedTrial.Completed(2, set, [-9], violation: 1), ObservedTrial.Completed(3, set, [double.NaN]),
        ];
        Assert.Equal(1, Warm(SamplerFactory.Create(TestSpaces.Mixed, "tpe", 1, 60), poor, 1).FirstSuggestions);
    }

    [Fact]
    public void Sets_of_another_space_are_carried_over_by_name()
    {
        ParameterSpace other = new(
            new ParameterList(
            [
                ParameterDefinition.Float("x", ParameterGroup.Other, -9, 9, 0, "", ""),
                ParameterDefinition.Categorical("kind", ParameterGroup.Other, ["c", "z", "b"], "z", ""),
                ParameterDefinition.Float("gone", ParameterGroup.Other, 0, 1, 0, "", ""),
                ParameterDefinition.Categorical("count", ParameterGroup.Other, ["x", "y"], "y", ""),
            ]),
            [],
            []);
        ParameterSet carried = ParameterTransfer.Into(TestSpaces.Mixed, new ParameterSet(other.Definitions, [8, 2, 0.5, 0]));
        Assert.Equal(3, carried["x"]);
        Assert.Equal("b", carried.GetChoice("kind"));
        Assert.Equal(TestSpaces.Mixed.Defaults["count"], carried["count"]);
        Assert.Equal(0.7, carried["pinned"]);
        Assert.Equal("a", ParameterTransfer.Into(TestSpaces.Mixed, new ParameterSet(other.Definitions, [8, 1, 0.5, 0])).GetChoice("kind"));
    }

    [Fact]
    public void Trials_of_another_number_of_objectives_are_refused_as_not_comparable() =>
        Assert.Contains("not comparable", Assert.Throws<ArgumentException>(() => Warm(SamplerFactory.Create(TestSpaces.Mixed, "tpe", 2, 60), Earlier, 2)).Message, StringComparison.Ordinal);

    [Fact]
    public void Trials_of_another_number_of_objectives_still_lend_their_best_sets() => Assert.Equal(
        6, new WarmStartSampler(SamplerFactory.Create(TestSpaces.Mixed, "tpe", 2, 60), TestSpaces.Mixed, Earlier, 2, areComparable: false).FirstSuggestions);

    protected override ISampler Create(ParameterSpace space, int objectives) =>
        new WarmStartSampler(SamplerFactory.Create(space, "tpe", objectives, 100), space, objectives == 2 ? EarlierOfTwo : Earlier, objectives, areComparable: objectives < 3 && space == TestSpaces.Mixed);

    private static WarmStartSampler Warm(ISampler sampler, ImmutableArray<ObservedTrial> earlier, int objectives) =>
        new(sampler, TestSpaces.Mixed, earlier, objectives, areComparable: true);
}
