using System.Collections.Immutable;
using ForexE2E.Cluster.Runs;
using ForexE2E.Cluster.Tests.Embedded;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Tests.Runs;

/// <summary>Who searches what, and who has stopped.</summary>
public sealed class RegimeSearchesTests
{
    private static readonly ParameterSpace Space = ParameterCatalog.Space([]);

    [Fact]
    public void The_first_trial_of_each_regime_is_the_defaults()
    {
        SearchProtocol.Decided decided = Decide(Begin(Definition(40)), 8);
        Assert.Equal(Enumerable.Range(0, 8), decided.Trials.Select(t => t.Number.Value));
        Assert.All(decided.Trials.Take(4), t => Assert.Equal(Space.Defaults, t.Parameters));
        Assert.Equal([0], decided.Trials[4].Pending.AsEnumerable());
        Assert.Equal(8, decided.Trials.Skip(4).Select(t => t.Parameters).Append(Space.Defaults).Distinct().Count() + 3);
    }

    [Fact]
    public void A_regime_that_no_longer_improves_begins_no_more_trials_and_the_others_go_on()
    {
        // Ranging stays where it began; the others rise with every trial.
        Run run = Finished(Definition(80) with { Stopping = new StopSettings { NoImprovementTrials = 3 } }, 24, t => t.Regime == Regime.Ranging ? 1 : t.Number.Value + 1);
        SearchProtocol.Decided decided = Decide(run, 4);
        Assert.Null(decided.StopReason);
        Assert.Equal(Regime.Ranging, Assert.Single(decided.StoppedRegimes).Key);
        Assert.Contains("No improvement", decided.StoppedRegimes[Regime.Ranging], StringComparison.Ordinal);
        Assert.Equal([24, 25, 27, 28], decided.Trials.Select(t => t.Number.Value));
    }

    [Fact]
    public void When_all_have_stopped_the_search_ends()
    {
        Run run = Finished(Definition(80) with { Stopping = new StopSettings { NoImprovementTrials = 3 } }, 24, _ => 1);
        SearchProtocol.Decided decided = Decide(run, 4);
        Assert.Empty(decided.Trials);
        Assert.Equal(4, decided.StoppedRegimes.Count);
        Assert.IsType<RunStep.Finish>(decided.Apply(run).NextStep());
    }

    [Fact]
    public void The_time_limit_is_the_whole_runs()
    {
        Run run = Finished(Definition(80) with { Stopping = new StopSettings { TimeLimit = TimeSpan.FromMinutes(1) } }, 4, _ => 1);
        Assert.NotNull(Decide(run, 4, TimeSpan.FromMinutes(2)).StopReason);
        Assert.Null(Decide(run, 4, TimeSpan.FromSeconds(2)).StopReason);
    }

    [Fact]
    public void Each_regime_has_its_own_best_and_its_own_front()
    {
        Run run = Finished(Definition(8), 8, t => t.Number.Value % 3) with { StoppedRegimes = ImmutableSortedDictionary<Regime, string>.Empty.Add(Regime.Volatile, "enough") };
        SearchProtocol.Chosen chosen = SearchMethods.Default.Choose(run);
        Assert.Null(chosen.Best);
        Assert.Equal([4, 5, 2, 7], chosen.ByRegime.Select(r => r.Best!.Value.Value));
        Assert.Equal([null, null, null, "enough"], chosen.ByRegime.Select(r => r.StopReason));
        Assert.Equal([2, 4, 5, 7], chosen.Front.Select(n => n.Value));
    }

    private static SearchProtocol.Decided Decide(Run run, int count, TimeSpan elapsed = default) =>
        new RegimeSearches(run, Space, SearchMethods.Default)
            .Decide(new SearchProtocol.Decide(run, [.. run.Trials.Keys.Select(k => k.Value)], count, elapsed, run.CreatedAt));

    private static RunDefinition Definition(int trials) => Bench.Definition(trials, 4) with { RegimeMode = RegimeMode.PerRegime };

    private static Run Begin(RunDefinition definition) => new()
    {
        Id = new RunId(Guid.Empty),
        Definition = definition,
        Record = new RunRecord("", "", "", [], [], 1, 0),
        CreatedAt = definition.From,
    };

    private static Run Finished(RunDefinition definition, int trials, Func<Trial, double> score) => Enumerable.Range(0, trials).Aggregate(Begin(definition), (run, n) =>
    {
        Trial trial = new()
        {
            Number = new TrialNumber(n),
            Regime = RegimeNames.States[n % 4],
            State = TrialState.Completed,
            Parameters = Space.Defaults.With("risk_atr_period", 10 + (n % 10)),
            Seen = [],
            Pending = [],
            CreatedAt = definition.From,
            FinishedAt = definition.From.AddMinutes(n),
        };
        double[] objectives = [score(trial), 1, 1, 1];
        return run.With(trial with { Result = new TrialResult(Metrics, [.. objectives.Take(definition.Objectives.All.Length)], score(trial), 0) });
    });

    private static readonly PerformanceMetrics Metrics = new()
    {
        TotalReturn = 1,
        TotalReturnPct = 1,
        MaxDrawdown = 1,
        MaxDrawdownPct = 1,
        TotalTrades = 50,
        WinningTrades = 20,
        LosingTrades = 30,
        TotalCosts = 1,
        SpreadCosts = 1,
        CommissionCosts = 0,
        SlippageCosts = 0,
        SwapCosts = 0,
        MaxDailyLossPct = 0,
        TradingDays = 5,
        PeriodsPerYear = 252,
    };
}
