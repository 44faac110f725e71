using System.Collections.Immutable;
using CsCheck;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Selection;

namespace ForexE2E.Optimization.Tests.Samplers;

/// <summary>What every sampler promises.</summary>
public abstract class SamplerContract
{
    protected abstract ISampler Create(ParameterSpace space, int objectives);

    [Fact]
    public void The_first_suggestion_is_the_defaults() =>
        Assert.Equal(TestSpaces.Mixed.Defaults, Create(TestSpaces.Mixed, 1).Suggest(0, [], 5));

    [Fact]
    public void Suggestions_keep_bounds_orders_conditions_and_fixed_values() => Gen.ULong.Sample(
        seed => Play(Create(TestSpaces.Mixed, 1), 40, seed, s => [TestSpaces.Bowl(s)]).ForEach(t => AssertInside(TestSpaces.Mixed, t.Parameters)),
        iter: 10);

    [Fact]
    public void Suggestions_of_the_whole_catalogue_keep_its_rules()
    {
        ParameterSpace space = ParameterCatalog.Space([]);
        Play(Create(space, 4), 60, 3, s => [s["risk_stop_loss_pct"], s["rl_gamma"], -s["risk_stop_loss_pct"], s["sssd_temperature"]])
            .ForEach(t => AssertInside(space, t.Parameters));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Built_anew_and_shown_the_same_it_says_the_same(int objectives)
    {
        List<ObservedTrial> history = Play(Create(TestSpaces.Mixed, objectives), 70, 11, s => TestSpaces.TwoLosses(s)[..objectives]);
        ImmutableArray<PendingTrial> pending = [new(70, TestSpaces.Mixed.Defaults), new(71, history[9].Parameters)];
        ISampler first = Create(TestSpaces.Mixed, objectives);
        ISampler second = Create(TestSpaces.Mixed, objectives);
        foreach (ObservedTrial trial in history)
        {
            // Asking in between must leave no trace.
            first.Suggest(trial.Number, [], 99);
            first.Observe(trial);
            second.Observe(trial);
        }

        Assert.Equal(first.Suggest(72, pending, 123), second.Suggest(72, pending, 123));
    }

    [Fact]
    public void Failed_pruned_and_infeasible_trials_are_survived_in_any_mixture() => Gen.Int[0, 4].Array[60].Sample(
        fates =>
        {
            ISampler sampler = Create(TestSpaces.Mixed, 2);
            for (int n = 0; n < fates.Length; n++)
            {
                ParameterSet set = sampler.Suggest(n, [], SeedOf.Suggestion(1, n));
                AssertInside(TestSpaces.Mixed, set);
                sampler.Observe(fates[n] switch
                {
                    0 => ObservedTrial.Failed(n, set),
                    1 => ObservedTrial.Pruned(n, set, TestSpaces.TwoLosses(set)),
                    2 => ObservedTrial.Completed(n, set, TestSpaces.TwoLosses(set), violation: 0.5),
                    3 => ObservedTrial.Completed(n, set, [], violation: 2),
                    _ => ObservedTrial.Completed(n, set, TestSpaces.TwoLosses(set)),
                });
            }
        },
        iter: 20);

    [Fact]
    public void Values_that_are_not_finite_are_refused_at_the_gate_as_failed()
    {
        ParameterSet set = TestSpaces.Mixed.Defaults;
        Assert.True(ObservedTrial.Completed(0, set, [double.NaN]).IsFailed);
        Assert.True(ObservedTrial.Completed(0, set, [1, double.PositiveInfinity]).IsFailed);
        Assert.True(ObservedTrial.Completed(0, set, [1], double.NaN).IsFailed);
        ISampler sampler = Create(TestSpaces.Mixed, 1);
        for (int n = 0; n < 30; n++)
        {
            sampler.Observe(ObservedTrial.Completed(n, sampler.Suggest(n, [], (ulong)n), [double.NaN]));
        }

        AssertInside(TestSpaces.Mixed, sampler.Suggest(30, [], 1));
    }

    /// <summary>Plays trials one after the other and returns them.</summary>
    protected static List<ObservedTrial> Play(ISampler sampler, int trials, ulong seed, Func<ParameterSet, ImmutableArray<double>> losses)
    {
        List<ObservedTrial> history = [];
        for (int n = 0; n < trials; n++)
        {
            ParameterSet set = sampler.Suggest(n, [], SeedOf.Suggestion(seed, n));
            history.Add(ObservedTrial.Completed(n, set, losses(set)));
            sampler.Observe(history[^1]);
        }

        return history;
    }

    protected static double MedianBest(Func<ISampler> create, int trials)
    {
        double[] best = [.. Enumerable.Range(1, 11).Select(seed =>
            Play(create(), trials, (ulong)seed, s => [TestSpaces.Bowl(s)]).Min(t => t.Losses[0])).Order()];
        return best[best.Length / 2];
    }

    protected static double MedianHypervolume(Func<ISampler> create, int trials)
    {
        double[] volumes = [.. Enumerable.Range(1, 11).Select(seed =>
            ParetoFront.Of(Play(create(), trials, (ulong)seed, TestSpaces.TwoLosses)).HypervolumeWithin([3, 3])).Order()];
        return volumes[volumes.Length / 2];
    }

    private static void AssertInside(ParameterSpace space, ParameterSet set)
    {
        Assert.Equal(space.Repair(set.Values), set);
        Assert.All(space.Constraints, c => Assert.True(c.Holds(set[c.Lesser], set[c.Greater])));
        Assert.All(space.Fixed, f => Assert.Equal(f.Value, set[f.Name]));
    }
}
