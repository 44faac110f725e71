using System.Collections.Immutable;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Trials;

/// <summary>What a worker knows of the work it does: windows to come, windows done.</summary>
internal sealed class WorkSession : IDisposable
{
    private readonly ImmutableArray<WalkForwardWindow> _windows;
    private readonly SortedDictionary<int, WindowResult> _done = [];
    private readonly CancellationTokenSource _cancellation = new();

    public WorkSession(Assignment assignment, IBacktest backtest)
    {
        (Assignment, Backtest) = (assignment, backtest);
        _windows = assignment.Work.IsOutOfSample ? backtest.OutOfSample : backtest.InSample;
        HashSet<int> known = [.. _windows.Select(w => w.Index)];
        foreach (WindowResult window in assignment.WindowsDone.Where(w => known.Contains(w.Index)))
        {
            _done[window.Index] = window;
        }
    }

    public Assignment Assignment { get; }

    public IBacktest Backtest { get; }

    public int Done => _done.Count;

    public int Total => _windows.Length;

    /// <summary>What to compute next: a window, or all joined.</summary>
    public object Next() => _windows.FirstOrDefault(w => !_done.ContainsKey(w.Index)) is { } window
        ? new WindowProtocol.RunWindow(Backtest, window, Assignment, _cancellation.Token)
        : new WindowProtocol.JoinWindows(Backtest, [.. _done.Values], Assignment);

    public void Add(WindowResult window) => _done[window.Index] = window;

    public void Cancel() => _cancellation.Cancel();

    public void Dispose() => _cancellation.Dispose();
}
