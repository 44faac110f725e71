using System.Collections.Immutable;
using System.Diagnostics;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Benchmarks.Throughput;

/// <summary>
/// A backtest that keeps its thread busy for a given time a window and then gives a result as large as a real one: five days
/// of returns and the sums of two regimes. It remembers nothing, so that what grows is the program.
/// </summary>
internal sealed class BusyBacktest(int windows, Func<WalkForwardWindow, ParameterSet, TimeSpan> cost) : IBacktest
{
    // Its windows and how they join; it computes none.
    private readonly FakeBacktest _shape = new(windows, 1, null);

    public ImmutableArray<WalkForwardWindow> InSample => _shape.InSample;

    public ImmutableArray<WalkForwardWindow> OutOfSample => _shape.OutOfSample;

    public ImmutableArray<ComponentStatus> Components => _shape.Components;

    public ImmutableArray<FixedParameter> Fixed => [];

    public WindowResult RunWindow(WalkForwardWindow window, ParameterPlan plan, CancellationToken cancellation)
    {
        long begin = Stopwatch.GetTimestamp();
        ParameterSet set = plan.Sets[0];
        TimeSpan time = cost(window, set);
        while (Stopwatch.GetElapsedTime(begin) < time)
        {
            cancellation.ThrowIfCancellationRequested();
            Thread.SpinWait(20);
        }

        return ResultOf(window.Index, set);
    }

    public PerformanceMetrics Join(IReadOnlyCollection<WindowResult> results) => _shape.Join(results);

    public ImmutableArray<RegimeResult> JoinByRegime(IReadOnlyCollection<WindowResult> results) => _shape.JoinByRegime(results);

    private static WindowResult ResultOf(int index, ParameterSet set)
    {
        double worth = 0;
        foreach (double value in set.Values)
        {
            worth = (worth * 0.9) + value;
        }

        long cents = (long)(worth * 1000 / (index + 1));
        var totals = new TradeTotals { Trades = 40, Wins = 30, Losses = 10, GrossProfitCents = 2000, GrossLossCents = 1000, SpreadCents = 400, CommissionCents = 90, SlippageCents = 12, HoldingMinutes = 4321 };
        int day = 18_262 + (7 * index);
        return new WindowResult
        {
            Index = index,
            StartBalanceCents = 10_000_000,
            EndBalanceCents = 10_000_000 + cents,
            PeakEquityCents = 10_000_000 + Math.Max(cents, 0),
            LowEquityCents = 10_000_000 + Math.Min(cents, 0),
            MaxDrawdownCents = 1000,
            MaxDrawdownFraction = 0.0001,
            DailyReturns = [.. Enumerable.Range(0, 5).Select(d => new DailyReturn(day + d, cents / 5e7))],
            Totals = totals,
            ByRegime =
            [
                new RegimeTotals(Regime.Ranging, totals) { ByDay = [.. Enumerable.Range(0, 5).Select(d => new DailyProfit(day + d, cents / 10))] },
                new RegimeTotals(Regime.Volatile, totals) { ByDay = [new DailyProfit(day, cents / 2)] },
            ],
        };
    }
}
