using System.Collections.Immutable;
using ForexE2E.Cluster.Messages;
using ForexE2E.Cluster.Runs;
using ForexE2E.Cluster.Trials;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Tests.Serialization;

/// <summary>One example of every message.</summary>
internal static class MessageExamples
{
    private static readonly RunId Id = new(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
    private static readonly DateTime Instant = new(2020, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    private static readonly WindowResult Window = new()
    {
        Index = 2,
        StartBalanceCents = 10_000_000,
        EndBalanceCents = 10_000_123,
        PeakEquityCents = 10_000_200,
        LowEquityCents = 9_999_900,
        MaxDrawdownCents = 300,
        MaxDrawdownFraction = 0.00003,
        DailyReturns = [new DailyReturn(18_295, 0.0000123)],
        Totals = new TradeTotals { Trades = 3, Wins = 2, Losses = 1, GrossProfitCents = 200, GrossLossCents = 77, HoldingMinutes = 60 },
        ByRegime = [new RegimeTotals(ForexE2E.Domain.Markets.Regime.Ranging, new TradeTotals { Trades = 3, Wins = 2, Losses = 1 }) { ByDay = [new DailyProfit(18_295, 123)] }],
    };

    private static readonly PerformanceMetrics Metrics = new()
    {
        TotalReturn = 1.23,
        TotalReturnPct = 0.00123,
        SharpeRatio = 0.1 + 0.2,
        MaxDrawdown = 3,
        MaxDrawdownPct = 0.003,
        TotalTrades = 3,
        WinningTrades = 2,
        LosingTrades = 1,
        TotalCosts = 0.5,
        SpreadCosts = 0.5,
        CommissionCosts = 0,
        SlippageCosts = 0,
        SwapCosts = 0,
        MaxDailyLossPct = 0.001,
        TradingDays = 5,
        PeriodsPerYear = 252,
    };

    private static readonly TrialResult Result = new(Metrics, [0.3, 0.003, 10, 0.1], -0.25, 0.9)
    {
        ByRegime = [new RegimeResult(Domain.Markets.Regime.Ranging, Metrics, -0.25)],
    };

    private static readonly ParameterSet Parameters = ParameterCatalog.Space([]).Defaults;

    private static readonly RunDefinition Definition = Embedded.Bench.Definition(5, 2) with
    {
        Components = [Component.Vix, Component.Rl],
        WalkForward = new WalkForwardSettings(40, 6, 8, 0.25),
        Feasibility = new Feasibility(10, MaxDrawdownPct: 20),
        Stopping = StopSettings.Specification,
        Objectives = new ObjectiveSet([new Objective(ObjectiveMetric.SharpeRatio, Direction.Maximize, 1)]),
        FixedParameters = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).Add("risk_atr_period", "20"),
        Notes = "Käthe's run",
    };

    private static readonly Assignment Work = new(Id, WorkId.Of(new TrialNumber(4)), 2, Definition, "abc", Parameters, [Window]);

    private static readonly ParameterPlan Switched = ParameterPlan.Switching(
    [
        .. Domain.Markets.RegimeNames.States.Select((r, i) => new RegimeSet(r, Parameters.With("risk_atr_period", 10 + i))),
    ]);

    private static readonly Trial Ended = new()
    {
        Number = new TrialNumber(4),
        State = TrialState.Completed,
        Parameters = Parameters,
        Seen = [1, 0],
        Pending = [2, 3],
        Attempts = 1,
        Result = Result,
        CreatedAt = Instant,
        FinishedAt = Instant.AddSeconds(9),
    };

    private static readonly RunOutcome Outcome = new(
        RunState.Completed, "5 trials finished", new TrialNumber(4), [new TrialNumber(1), new TrialNumber(4)], [new ValidationResult("best", "out_of_sample", Result)], TimeSpan.FromSeconds(61))
    {
        ByRegime = [new RegimeOutcome(Domain.Markets.Regime.Volatile, new TrialNumber(3), "no improvement")],
    };

    private static readonly RunRecord Record = new(
        "abc", "0.1.0", "X64", [new ComponentStatus(Component.Sssd, false, "component not built")], [new FixedParameter("rl_gamma", 0.99, "component not built")], 3, 1);

    public static IReadOnlyList<IClusterMessage> All { get; } =
    [
        new RunProtocol.SubmitRun(Id, Definition),
        new RunProtocol.ResumeRun(Id),
        new RunProtocol.StopRun(Id),
        new RunProtocol.GetRun(Id),
        new RunProtocol.RunAccepted(Id),
        new RunProtocol.RunRejected(Id, "The span holds no window."),
        new RunProtocol.RunStopped(Id),
        new RunProtocol.RunStatus(Id, RunState.Running, 50, 7, 2),
        new RunEvent.RunStarted(Id, Record, 50, 7),
        new RunEvent.TrialStarted(Id, new TrialNumber(4), 1),
        new RunEvent.WindowFinished(Id, new TrialNumber(4), 3, 9),
        new RunEvent.TrialFinished(Id, Ended),
        new RunEvent.ValidationStarted(Id, new TrialNumber(4)),
        new RunEvent.RunFinished(Id, Outcome),
        new TrialProtocol.OfferTrial(Work),
        new TrialProtocol.WithdrawRun(Id),
        new TrialProtocol.PullTrial(3),
        new TrialProtocol.ReturnTrial(Work with { Plan = Switched }),
        new TrialProtocol.WakeWorker(3),
        new TrialProtocol.ExecuteTrial(3, Work with { Plan = ParameterPlan.Only(Domain.Markets.Regime.Volatile, Parameters) }),
        new TrialProtocol.CancelTrial(3, Id, Work.Work),
        new TrialProtocol.TrialStored(3, Id, Work.Work),
        new TrialProtocol.TrialStarted(Id, Work.Work, 2, 3),
        new TrialProtocol.TrialAlive(Id, Work.Work, 2, 3),
        new TrialProtocol.WindowFinished(Id, Work.Work, 2, 3, Window, 3, 9),
        new TrialProtocol.TrialFinished(Id, WorkId.Validation(WorkKind.BestOutOfSample), 1, 3, Result),
        new TrialProtocol.TrialFailed(Id, Work.Work, 2, 3, "InvalidOperationException: no bars"),
        new TrialProtocol.TrialHandedBack(Id, Work.Work, 2, 3),
    ];
}
