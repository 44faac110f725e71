using System.Collections.Immutable;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Runs;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Cluster.Tests.Embedded;

public sealed class PerRegimeRunTests
{
    [Fact]
    public async Task Each_regime_searches_on_its_own_and_the_four_sets_are_measured_together()
    {
        Bench bench = new();
        RunOutcome outcome = await bench.Complete(PerRegime(trials: 10, parallel: 1));
        Run run = await bench.Stored();

        Assert.Equal(RunState.Completed, outcome.State);
        Assert.All(run.Trials.Values, t => Assert.Equal(RegimeNames.States[t.Number.Value % 4], t.Regime));
        Assert.All(run.Trials.Values, t => Assert.Equal(Enumerable.Range(0, t.Number.Value / 4).Select(i => (4 * i) + (t.Number.Value % 4)), t.Seen));
        Assert.All(run.Trials.Values, t => Assert.Empty(t.Result!.ByRegime));

        Assert.Null(outcome.Best);
        Assert.Equal(RegimeNames.States, outcome.ByRegime.Select(r => r.Regime));
        Assert.All(outcome.ByRegime, r => Assert.Equal(
            run.Trials.Values.Where(t => t.Regime == r.Regime).MaxBy(t => t.Result!.Score)!.Number, r.Best!.Value));
        Assert.Equal(
            [("best", "in_sample"), ("best", "out_of_sample"), ("defaults", "in_sample"), ("defaults", "out_of_sample")],
            outcome.Validations.Select(v => (v.Subject, v.Sample)));
        Assert.All(outcome.Validations, v => Assert.Equal(4, v.Result.ByRegime.Length));
        ParameterPlan together = bench.Backtest.Parted.Last(p => RegimeNames.States.All(s => p.For(s) is not null));
        Assert.All(outcome.ByRegime, r => Assert.Equal(run.Trials[r.Best!.Value].Parameters, together.For(r.Regime)));
    }

    [Fact]
    public async Task A_regime_without_a_feasible_trial_uses_the_defaults()
    {
        Bench bench = new();
        RunDefinition hopeless = PerRegime(trials: 8, parallel: 2) with { Feasibility = new Feasibility(MinTrades: 10_000) };
        RunOutcome outcome = await bench.Complete(hopeless);
        Assert.Equal(RunState.Completed, outcome.State);
        Assert.False(outcome.HasBest);
        Assert.All(outcome.Validations, v => Assert.Equal("defaults", v.Subject));
    }

    [Fact]
    public async Task A_stopped_run_goes_on_as_if_it_had_never_stopped()
    {
        Bench bench = new();
        var reached = new TaskCompletionSource();
        bench.Backtest = new FakeBacktest(3, 0, (window, _, cancellation) =>
        {
            if (bench.Backtest.Computed.Count >= 16 && window == 1)
            {
                reached.TrySetResult();
                cancellation.WaitHandle.WaitOne();
            }
        });
        await using (EmbeddedCluster cluster = await bench.Start())
        {
            await cluster.Submit(bench.Id, PerRegime(trials: 12, parallel: 1), Bench.Patience);
            await reached.Task.WaitAsync(Bench.Patience);
            await cluster.Stop(bench.Id, Bench.Patience);
        }

        bench.Backtest = new FakeBacktest(3, 0, null);
        await using (EmbeddedCluster cluster = await bench.Start())
        {
            await cluster.Resume(bench.Id, Bench.Patience);
            Assert.Equal(RunState.Completed, (await cluster.Completion(bench.Id).WaitAsync(Bench.Patience)).State);
        }

        Bench undisturbed = new() { Backtest = new FakeBacktest(3, 0, null) };
        await undisturbed.Complete(PerRegime(trials: 12, parallel: 1));
        Assert.Equal(Results(await undisturbed.Stored()), Results(await bench.Stored()));
    }

    [Fact]
    public async Task Every_suggestion_can_be_computed_again_from_what_its_trial_recorded()
    {
        Bench bench = new();
        RunDefinition definition = PerRegime(trials: 24, parallel: 3);
        await bench.Complete(definition);
        Run run = await bench.Stored();
        foreach (Trial trial in run.Trials.Values)
        {
            ISampler sampler = TestMethods.Create().Sampler(ParameterCatalog.Space([]), Observations.SettingsOf(definition, trial.Regime));
            foreach (int seen in trial.Seen)
            {
                sampler.Observe(Observations.Of(run.Trials[new TrialNumber(seen)], definition));
            }

            ImmutableArray<PendingTrial> pending = [.. trial.Pending.Select(n => new PendingTrial(n / 4, run.Trials[new TrialNumber(n)].Parameters))];
            int number = trial.Number.Value;
            Assert.Equal(trial.Parameters, sampler.Suggest(number / 4, pending, SeedOf.Suggestion(definition.Seed, number)));
        }
    }

    private static RunDefinition PerRegime(int trials, int parallel) => Bench.Definition(trials, parallel) with { RegimeMode = RegimeMode.PerRegime };

    private static string Results(Run run) => string.Join('\n', run.Trials.Values.Select(t => FormattableString.Invariant(
        $"{t.Number} {t.Regime} {t.State} {t.Result?.Score:R} [{string.Join(',', t.Seen)}]")));
}
