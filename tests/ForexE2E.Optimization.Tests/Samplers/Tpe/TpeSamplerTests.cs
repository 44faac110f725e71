using System.Collections.Immutable;
using CsCheck;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Samplers.Tpe;

namespace ForexE2E.Optimization.Tests.Samplers.Tpe;

public sealed class TpeSamplerTests : SamplerContract
{
    protected override ISampler Create(ParameterSpace space, int objectives) =>
        SamplerFactory.Create(space, new SamplerSettings(OptimizationMethod.Bayesian, objectives, 100));

    [Fact]
    public void With_one_objective_it_beats_luck_clearly() => Assert.True(
        MedianBest(() => Create(TestSpaces.Mixed, 1), 80) < 0.5 * MedianBest(() => new RandomSampler(TestSpaces.Mixed), 80));

    [Fact]
    public void With_two_objectives_it_beats_luck() => Assert.True(
        MedianHypervolume(() => Create(TestSpaces.Mixed, 2), 80) > MedianHypervolume(() => new RandomSampler(TestSpaces.Mixed), 80));

    [Fact]
    public void A_monotone_rescaling_of_the_objective_changes_no_suggestion() => Gen.Select(Gen.Double[0.1, 5], Gen.Double[-100, 100], Gen.Bool).Sample(
        (steepness, origin, bent) =>
        {
            ImmutableArray<double> Plain(ParameterSet s) => [TestSpaces.Bowl(s)];
            ImmutableArray<double> Rescaled(ParameterSet s) => [bent ? Math.Exp(steepness * TestSpaces.Bowl(s)) + origin : Math.Log(steepness + TestSpaces.Bowl(s)) - origin];
            Assert.Equal(Suggestions(1, Plain), Suggestions(1, Rescaled));
        },
        iter: 6);

    [Fact]
    public void Of_sixty_parameters_it_finds_the_few_that_matter_through_noise()
    {
        ParameterSpace space = new(
            new ParameterList([.. Enumerable.Range(0, 60).Select(i => ParameterDefinition.Float($"x{i}", ParameterGroup.Other, 0, 1, 0.5, "", ""))]), [], []);
        static double True(ParameterSet s) => (4 * Math.Pow(s["x7"] - 0.9, 2)) + (4 * Math.Pow(s["x31"] - 0.15, 2)) + (4 * Math.Pow(s["x55"] - 0.8, 2));
        double Late(Func<ISampler> create) => Enumerable.Range(1, 5).Average(seed =>
        {
            var noise = new SplitMix64((ulong)seed);
            return Play(create(), 120, (ulong)seed, s => [True(s) + (0.3 * noise.NextGaussian())]).Skip(90).Average(t => True(t.Parameters));
        });
        double guided = Late(() => Create(space, 1));
        double alone = Late(() => new TpeSampler(space, new SamplerSettings(OptimizationMethod.Bayesian, 1, 120), new TpeSettings { TrendTrust = 0 }));
        Assert.True(guided < 0.8 * alone, FormattableString.Invariant($"with the trend {guided}, without {alone}"));
    }

    [Fact]
    public void Of_several_objectives_neither_unit_nor_origin_matters()
    {
        ImmutableArray<double> Rescaled(ParameterSet s) => [(1024 * TestSpaces.TwoLosses(s)[0]) - 4, TestSpaces.TwoLosses(s)[1]];
        Assert.Equal(Suggestions(2, TestSpaces.TwoLosses), Suggestions(2, Rescaled));
    }

    [Fact]
    public void Renumbering_the_objectives_changes_no_suggestion() => Assert.Equal(
        Suggestions(2, TestSpaces.TwoLosses),
        Suggestions(2, s => [TestSpaces.TwoLosses(s)[1], TestSpaces.TwoLosses(s)[0]]));

    [Fact]
    public void Any_feasible_trial_stands_before_any_infeasible_one()
    {
        // Feasible only where x is above 1, where losses are worst: suggestions must go there all the same.
        ISampler sampler = Create(TestSpaces.Mixed, 1);
        int feasible = 0;
        for (int n = 0; n < 120; n++)
        {
            ParameterSet set = sampler.Suggest(n, [], SeedOf.Suggestion(4, n));
            sampler.Observe(ObservedTrial.Completed(n, set, [set["x"]], Math.Max(0, 1 - set["x"])));
            feasible += n >= 60 && set["x"] >= 1 ? 1 : 0;
        }

        // Luck alone would be right in 24 of the last 60.
        Assert.InRange(feasible, 32, 60);
    }

    [Fact]
    public void No_set_is_tried_twice_while_another_is_left()
    {
        ParameterSpace space = new(
            new ParameterList([.. Enumerable.Range(0, 3).Select(i => ParameterDefinition.Int($"n{i}", ParameterGroup.Other, 0, 3, 0, "", ""))]), [], []);
        List<ObservedTrial> trials = Play(Create(space, 1), 50, 6, s => [s["n0"] + s["n1"]]);
        Assert.InRange(trials.Select(t => t.Parameters).Distinct().Count(), 48, 50);
    }

    [Fact]
    public void A_trial_under_way_is_not_suggested_again()
    {
        ParameterSpace space = new(
            new ParameterList([ParameterDefinition.Categorical("c", ParameterGroup.Other, ["a", "b", "c", "d"], "a", "")]), [], []);
        ISampler sampler = Create(space, 1);
        for (int n = 0; n < 40; n++)
        {
            ParameterSet set = new(space.Definitions, [n % 4]);
            sampler.Observe(ObservedTrial.Completed(n, set, [n % 4 < 2 ? 0 : 1]));
        }

        ImmutableArray<PendingTrial> pending = [.. Enumerable.Range(40, 60).Select(n => new PendingTrial(n, new ParameterSet(space.Definitions, [0])))];
        int repeats = Enumerable.Range(0, 50).Count(i => sampler.Suggest(100, pending, (ulong)i)["c"] == 0);
        Assert.InRange(repeats, 0, 5);
    }

    private static List<ParameterSet> Suggestions(int objectives, Func<ParameterSet, ImmutableArray<double>> losses) =>
        [.. Play(new TpeSampler(TestSpaces.Mixed, new SamplerSettings(OptimizationMethod.Bayesian, objectives, 60)), 60, 8, losses).Select(t => t.Parameters)];
}
