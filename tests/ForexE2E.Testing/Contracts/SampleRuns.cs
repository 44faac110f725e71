using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Testing.Contracts;

/// <summary>Runs, trials and windows for tests of stores: every field differs from its default, and numbers use all their bits.</summary>
public static class SampleRuns
{
    /// <summary>A whole number of microseconds, which is what stores must keep.</summary>
    public static DateTime Start { get; } = new DateTime(2026, 3, 29, 1, 59, 59, DateTimeKind.Utc).AddTicks(1_234_560);

    public static RunDefinition Definition { get; } = new()
    {
        Market = new Market(Symbol.Parse("GBPJPY"), new Timeframe(15)),
        From = new DateTime(2018, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        To = new DateTime(2019, 12, 31, 23, 59, 59, DateTimeKind.Utc).AddTicks(1),
        Data = new DataSources
        {
            Bars = "bars/GBP \"JPY\" ü.csv.gz",
            Pairs = [new PairSource(Symbol.Parse("USDJPY"), "usdjpy.csv"), new PairSource(Symbol.Parse("EURUSD"), "eurusd.csv")],
            Vix = "vix.csv",
            Sentiment = "cot.csv",
            TimeZone = "America/New_York",
            Side = PriceSide.Ask,
            SyntheticSeed = ulong.MaxValue,
            AllowSuspectBars = true,
        },
        Method = OptimizationMethod.Genetic,
        Sampler = SamplerKind.Cmaes,
        Pruner = PruningMethod.Hyperband,
        WarmStart = new RunId(new Guid(99, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
        RegimeMode = RegimeMode.PerRegime,
        Trials = 1234,
        Seed = ulong.MaxValue - 1,
        Parallel = 7,
        Components = [Component.Vix, Component.Sssd],
        WalkForward = new WalkForwardSettings(45, 6, 9, 0.1 + 0.2),
        Costs = new CostSettings { Spread = SpreadModel.ByHour, SpreadPips = 0, CommissionPerLot = 0, SlippagePips = 1e-300, SwapLongPips = 0, SwapShortPips = -1.0 / 3 },
        Account = new AccountSettings { Currency = "CHF", StartBalance = 12345.67, Leverage = 100 },
        Objectives = new ObjectiveSet([new Objective(ObjectiveMetric.CalmarRatio, Direction.Maximize, 0.7, 2.5, 3.25), new Objective(ObjectiveMetric.MaxDrawdownPct, Direction.Minimize, 0.3)]),
        Feasibility = new Feasibility(0, 12.5, 0.4, 3, 1.0 / 7),
        Stopping = new StopSettings { NoImprovementTrials = 20, PlateauTrials = null, ParetoStableTrials = 15, TimeLimit = TimeSpan.FromMinutes(90.5) },
        PeriodsPerYear = 260,
        FixedParameters = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("sizing_method", "kelly"), KeyValuePair.Create("Risk", "b")]),
        Notes = "what the user said: 'é' \n \"ok\"" + new string('n', 5000),
    };

    public static Run Run(int number, DateTime? createdAt = null) => new()
    {
        Id = new RunId(new Guid(number, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
        Definition = Definition,
        Record = new RunRecord(
            new string('a', 64),
            "1.2.3+abc",
            "X64 test",
            [new ComponentStatus(Component.Vix, true, ""), new ComponentStatus(Component.Sssd, false, "component not built")],
            [new FixedParameter("sizing_method", 1, "given by the user")],
            80,
            20)
        {
            Earlier = new EarlierTrials(
                new RunId(new Guid(99, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
                null,
                ["sizing_method", "risk_atr_period"],
                [new EarlierTrial(3, Regime.Ranging, ["kelly", "14"], [0.1 + 0.2, -1e-300], 0, false), new EarlierTrial(4, Regime.Global, ["fixed", "9"], [], null, false)]),
        },
        CreatedAt = createdAt ?? Start,
    };

    /// <summary>A trial under way, with parameters drawn by its number.</summary>
    public static Trial Trial(int number) => new()
    {
        Number = new TrialNumber(number),
        Regime = SearchTurns.RegimeOf(Definition.RegimeMode, number),
        State = TrialState.Running,
        Parameters = Parameters((ulong)number),
        Seen = [.. Enumerable.Range(0, number).Select(i => i % 5 == 3 ? i + 1 : i % 5 == 4 ? i - 1 : i)],
        Pending = number < 2 ? [] : [number - 1, number - 2],
        Attempts = 1,
        CreatedAt = Start.AddSeconds(number),
    };

    public static Trial Completed(int number) => Trial(number) with
    {
        State = TrialState.Completed,
        Result = Result((ulong)number),
        FinishedAt = Start.AddSeconds(number + 0.5),
    };

    /// <summary>A result with numbers drawn by the seed; every third has nothing defined that may be undefined.</summary>
    public static TrialResult Result(ulong seed)
    {
        SplitMix64 luck = new(seed);
        double Next() => luck.NextGaussian() * Math.Pow(10, luck.NextInt(9) - 4);
        double? Maybe() => seed % 3 == 2 ? null : Next();
        PerformanceMetrics metrics = new()
        {
            TotalReturn = Next(),
            TotalReturnPct = Next(),
            SharpeRatio = Maybe(),
            SortinoRatio = Maybe(),
            CalmarRatio = Maybe(),
            MaxDrawdown = Next(),
            MaxDrawdownPct = Next(),
            WinRate = Maybe(),
            ProfitFactor = Maybe(),
            TotalTrades = luck.NextInt(1000),
            WinningTrades = luck.NextInt(500),
            LosingTrades = luck.NextInt(500),
            AvgWin = Maybe(),
            AvgLoss = Maybe(),
            Expectancy = Maybe(),
            TotalCosts = Next(),
            SpreadCosts = Next(),
            CommissionCosts = Next(),
            SlippageCosts = Next(),
            SwapCosts = Next(),
            CostRatio = Maybe(),
            AvgHoldingTimeHrs = Maybe(),
            MaxDailyLossPct = Next(),
            Cagr = Maybe(),
            TradingDays = luck.NextInt(500),
            PeriodsPerYear = 252,
        };
        return new TrialResult(metrics, seed % 3 == 2 ? [] : [Next(), Next()], Maybe(), seed % 3 == 2 ? 1.0 / 3 : 0);
    }

    public static WindowResult Window(int index) => new()
    {
        Index = index,
        StartBalanceCents = 10_000_000,
        EndBalanceCents = 10_000_000 + (index * 12_345),
        PeakEquityCents = 10_123_456,
        LowEquityCents = 9_876_543,
        MaxDrawdownCents = 246_913,
        MaxDrawdownFraction = 1.0 / 41,
        DailyReturns = [new DailyReturn(17_532, 0.1 + 0.2), new DailyReturn(17_533, -1e-17 * index), new DailyReturn(17_534, 0)],
        Totals = new TradeTotals { Trades = 9, Wins = 5, Losses = 3, GrossProfitCents = 30_000, GrossLossCents = 17_655, SpreadCents = 900, CommissionCents = 540, SlippageCents = 80, SwapCents = -11, HoldingMinutes = 4321 },
        ByRegime = [new RegimeTotals(Regime.Ranging, new TradeTotals { Trades = 9, Wins = 5, Losses = 3 }) { ByDay = [new DailyProfit(17_532, 12_346), new DailyProfit(17_534, -1)] }],
    };

    /// <summary>A value within bounds for every parameter of the catalogue.</summary>
    public static ParameterSet Parameters(ulong seed)
    {
        SplitMix64 luck = new(seed + 1000);
        return new ParameterSet(ParameterCatalog.All, [.. ParameterCatalog.All.Select(p => p.Clamp(p.Low + (luck.NextDouble() * (p.High - p.Low))))]);
    }
}
