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

    /// <summary>What came of it. A worker that was begun anew may be told of work it had before, and must not take it for its own.</summary>
    public interface IAnswer : ILocalMessage
    {
        Assignment Assignment { get; }
    }

    public sealed record WindowDone(Assignment Assignment, WindowResult Window) : IAnswer;

    public sealed record WindowsJoined(Assignment Assignment, TrialResult Result) : IAnswer;

    public sealed record WindowCancelled(Assignment Assignment) : IAnswer;

    public sealed record WindowFailed(Assignment Assignment, Exception Cause) : IAnswer;
}
