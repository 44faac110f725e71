using System.Collections.Immutable;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Benchmarks.Placement;

/// <summary>
/// A node's backtest whose windows hold their slot but no processor, for a time drawn by the parameters: a tenth to three times the
/// mean, so that trials are as uneven as real ones.
/// </summary>
internal sealed class SleepingBacktest(int node, WorkLog log, int windows, TimeSpan mean) : IBacktest
{
    private readonly FakeBacktest _fake = new(windows, 0, null);

    public ImmutableArray<WalkForwardWindow> InSample => _fake.InSample;

    public ImmutableArray<WalkForwardWindow> OutOfSample => [];

    public ImmutableArray<ComponentStatus> Components => _fake.Components;

    public ImmutableArray<FixedParameter> Fixed => [];

    public WindowResult RunWindow(WalkForwardWindow window, ParameterPlan plan, CancellationToken cancellation)
    {
        double from = log.Now;
        var luck = new SplitMix64((ulong)plan.Sets[0].GetHashCode());
        // Mean of the square of an even draw is a third: 0.1 to 2.8 times, on average once.
        double draw = luck.NextDouble();
        bool cancelled = cancellation.WaitHandle.WaitOne(mean * (0.1 + (2.7 * draw * draw)));
        log.Add(node, from);
        return cancelled ? throw new OperationCanceledException(cancellation) : _fake.RunWindow(window, plan, default);
    }

    public PerformanceMetrics Join(IReadOnlyCollection<WindowResult> results) => _fake.Join(results);

    public ImmutableArray<RegimeResult> JoinByRegime(IReadOnlyCollection<WindowResult> results) => _fake.JoinByRegime(results);
}
