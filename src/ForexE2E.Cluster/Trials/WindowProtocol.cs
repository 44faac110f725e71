using System.Collections.Immutable;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Cluster.Messages;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Trials;

/// <summary>What a worker asks its window runner to compute. None of it travels.</summary>
internal static class WindowProtocol
{
    public sealed record RunWindow(IBacktest Backtest, WalkForwardWindow Window, Assignment Assignment, CancellationToken Cancellation) : ILocalMessage;

    public sealed record JoinWindows(IBacktest Backtest, ImmutableArray<WindowResult> Windows, Assignment Assignment) : ILocalMessage;

    public sealed record WindowDone(WindowResult Window) : ILocalMessage;

    public sealed record WindowsJoined(TrialResult Result) : ILocalMessage;

    public sealed record WindowCancelled : ILocalMessage;

    public sealed record WindowFailed(Exception Cause) : ILocalMessage;
}
