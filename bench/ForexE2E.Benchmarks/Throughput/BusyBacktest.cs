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
        TimeSpan time = cost(window, plan.Sets[0]);
        while (Stopwatch.GetElapsedTime(begin) < time)
        {
            cancellation.ThrowIfCancellationRequested();
            Thread.SpinWait(20);
        }

        return Enlarged(FakeBacktest.ResultOf(window.Index, plan));
    }

    public PerformanceMetrics Join(IReadOnlyCollection<WindowResult> results) => _shape.Join(results);

    public ImmutableArray<RegimeResult> JoinByRegime(IReadOnlyCollection<WindowResult> results) => _shape.JoinByRegime(results);

    private static WindowResult Enlarged(WindowResult small)
    {
        long cents = small.EndBalanceCents - small.StartBalanceCents;
        int day = 18_262 + (7 * small.Index);
        TradeTotals totals = small.Totals with { SpreadCents = 400, CommissionCents = 90, SlippageCents = 12, HoldingMinutes = 4321 };
        return small with
        {
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
