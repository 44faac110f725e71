using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Optimization.Tests;

/// <summary>Runs made of trials with given results.</summary>
internal static class TestRuns
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static PerformanceMetrics Metrics { get; } = new()
    {
        TotalReturn = 0,
        TotalReturnPct = 0,
        MaxDrawdown = 0,
        MaxDrawdownPct = 0,
        TotalTrades = 40,
        WinningTrades = 20,
        LosingTrades = 20,
        TotalCosts = 0,
        SpreadCosts = 0,
        CommissionCosts = 0,
        SlippageCosts = 0,
        SwapCosts = 0,
        MaxDailyLossPct = 0,
        TradingDays = 10,
        PeriodsPerYear = 252,
    };

    /// <summary>A completed trial; its four objectives are Sharpe, drawdown, profit factor and cost ratio in their natural sign.</summary>
    public static Trial Completed(int number, double? score, ImmutableArray<double> objectives, double violation = 0) =>
        Ended(number, TrialState.Completed, new TrialResult(Metrics, objectives, score, violation));

    public static Trial Ended(int number, TrialState state, TrialResult? result) => new()
    {
        Number = new TrialNumber(number),
        State = state,
        Parameters = TestSpaces.Mixed.Defaults,
        Seen = [],
        Pending = [],
        Result = result,
        CreatedAt = Start,
        FinishedAt = Start.AddMinutes(number),
    };

    public static Run Of(params IEnumerable<Trial> trials) => trials.Aggregate(
        new Run
        {
            Id = new RunId(Guid.Empty),
            Definition = new RunDefinition
            {
                Market = new Market(Symbol.Parse("EURUSD"), Timeframe.Parse("5m")),
                From = Start,
                To = Start.AddDays(100),
                Data = new DataSources(),
            },
            Record = new RunRecord("", "", "", [], [], 1, 0),
            CreatedAt = Start,
        },
        (run, trial) => run.With(trial));

    /// <summary>Completed trials with these scores, all with the same objectives.</summary>
    public static Run WithScores(params IEnumerable<double> scores) => Of(scores.Select((s, n) => Completed(n, s, [1, 5, 1.2, 0.2])));
}
