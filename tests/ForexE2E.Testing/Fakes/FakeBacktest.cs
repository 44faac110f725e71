using System.Collections.Concurrent;
using System.Collections.Immutable;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Testing.Fakes;

/// <summary>A backtest whose windows earn a fixed function of the parameters; counts what is computed, and can be hooked.</summary>
public sealed class FakeBacktest(int inSample, int outOfSample, Action<int, ParameterSet, CancellationToken>? hook) : IBacktest
{
    private static readonly DateTime Start = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private int _underway;
    private int _mostUnderway;

    public ImmutableArray<WalkForwardWindow> InSample { get; } = [.. Enumerable.Range(0, inSample).Select(WindowAt)];

    public ImmutableArray<WalkForwardWindow> OutOfSample { get; } = [.. Enumerable.Range(inSample, outOfSample).Select(WindowAt)];

    public ImmutableArray<ComponentStatus> Components { get; } = [new ComponentStatus(Component.Sssd, false, "component not built")];

    public ImmutableArray<FixedParameter> Fixed { get; init; } = [];

    /// <summary>Changes what a window gives; by default it stays as it is.</summary>
    public Func<WindowResult, WindowResult> Altered { get; init; } = result => result;

    /// <summary>Each window computed to its end, with the values it was computed for.</summary>
    public ConcurrentQueue<(int Window, ParameterSet Parameters)> Computed { get; } = new();

    /// <summary>Most windows that were ever computed at once.</summary>
    public int MostUnderway => _mostUnderway;

    /// <summary>Plans that were computed and are no plain set.</summary>
    public ConcurrentQueue<ParameterPlan> Parted { get; } = new();

    public WindowResult RunWindow(WalkForwardWindow window, ParameterPlan plan, CancellationToken cancellation)
    {
        ParameterSet parameters = plan.Sets[0];
        if (plan.Everywhere is null)
        {
            Parted.Enqueue(plan);
        }

        int underway = Interlocked.Increment(ref _underway);
        for (int most = _mostUnderway; underway > most; most = _mostUnderway)
        {
            Interlocked.CompareExchange(ref _mostUnderway, underway, most);
        }

        try
        {
            hook?.Invoke(window.Index, parameters, cancellation);
            cancellation.ThrowIfCancellationRequested();
            Computed.Enqueue((window.Index, parameters));
            return Altered(ResultOf(window.Index, plan));
        }
        finally
        {
            Interlocked.Decrement(ref _underway);
        }
    }

    public PerformanceMetrics Join(IReadOnlyCollection<WindowResult> windows)
    {
        double profit = windows.OrderBy(w => w.Index).Sum(w => (w.EndBalanceCents - w.StartBalanceCents) / 100.0);
        return new PerformanceMetrics
        {
            TotalReturn = profit,
            TotalReturnPct = profit / 1000,
            SharpeRatio = profit / 10_000,
            MaxDrawdown = 1000,
            MaxDrawdownPct = 1,
            TotalTrades = 40 * windows.Count,
            WinningTrades = 30 * windows.Count,
            LosingTrades = 10 * windows.Count,
            WinRate = 0.75,
            ProfitFactor = 2,
            TotalCosts = 10,
            SpreadCosts = 10,
            CommissionCosts = 0,
            SlippageCosts = 0,
            SwapCosts = 0,
            CostRatio = 0.1,
            MaxDailyLossPct = 0.5,
            TradingDays = 5 * windows.Count,
            PeriodsPerYear = 252,
        };
    }

    public ImmutableArray<RegimeResult> JoinByRegime(IReadOnlyCollection<WindowResult> windows) =>
        [.. RegimeNames.States.Select((r, i) => new RegimeResult(r, Join(windows) with { TotalTrades = i, WinningTrades = i, LosingTrades = 0 }, i))];

    /// <summary>What a window gives: a function of its index and the parameters. Each regime earns a quarter of what its set would earn everywhere.</summary>
    public static WindowResult ResultOf(int index, ParameterPlan plan)
    {
        double sum = plan.Everywhere is { } set ? Worth(set) : RegimeNames.States.Sum(r => plan.For(r) is { } own ? Worth(own) / 4 : 0);

        long cents = (long)(sum * 1000 / (index + 1));
        return new WindowResult
        {
            Index = index,
            StartBalanceCents = 10_000_000,
            EndBalanceCents = 10_000_000 + cents,
            PeakEquityCents = 10_000_000 + Math.Max(cents, 0),
            LowEquityCents = 10_000_000 + Math.Min(cents, 0),
            MaxDrawdownCents = 1000,
            MaxDrawdownFraction = 0.0001,
            DailyReturns = [new DailyReturn(18_262 + index, cents / 1e7)],
            Totals = new TradeTotals { Trades = 40, Wins = 30, Losses = 10, GrossProfitCents = 2000, GrossLossCents = 1000 },
        };
    }

    private static double Worth(ParameterSet parameters)
    {
        double sum = 0;
        foreach (double value in parameters.Values)
        {
            sum = (sum * 0.9) + value;
        }

        return sum;
    }

    private static WalkForwardWindow WindowAt(int index)
    {
        DateTime train = Start.AddDays(7 * index);
        return new WalkForwardWindow(index, train, train.AddDays(30), train.AddDays(30), train.AddDays(37));
    }
}
