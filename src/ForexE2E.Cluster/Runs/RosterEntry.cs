using ForexE2E.Cluster.Trials;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Runs;

/// <summary>A piece of work under way: who does it, and when it was last heard of.</summary>
internal sealed class RosterEntry(Assignment assignment, long now)
{
    private readonly SortedDictionary<int, WindowResult> _windows = new(assignment.WindowsDone.ToDictionary(w => w.Index));

    public Assignment Assignment { get; private set; } = assignment;

    /// <summary>The worker that began the present attempt; null while it waits.</summary>
    public int? Worker { get; set; }

    /// <summary>Attempts that ended by an error.</summary>
    public int Failures { get; set; }

    /// <summary>Attempts in a row whose worker fell silent before a window was done.</summary>
    public int Losses { get; set; }

    /// <summary>Whether the worker of an earlier coordinator may still be at it.</summary>
    public bool IsAwaited { get; set; }

    /// <summary>Whether its end has been reported and is being stored.</summary>
    public bool HasEnded { get; set; }

    /// <summary>Time stamp of the last offer or sign of life.</summary>
    public long LastSign { get; set; } = now;

    /// <summary>Windows known so far.</summary>
    public int Windows => _windows.Count;

    /// <summary>CPU time of those windows; null when none was measured.</summary>
    public TimeSpan? CpuTime => _windows.Values.Any(w => w.CpuTime is not null)
        ? TimeSpan.FromTicks(_windows.Values.Sum(w => w.CpuTime?.Ticks ?? 0))
        : null;

    public void Add(WindowResult window)
    {
        Losses = 0;
        _windows[window.Index] = window;
    }

    /// <summary>Goes on with an attempt that was begun for an earlier coordinator.</summary>
    public void Adopt(long attempt)
    {
        IsAwaited = false;
        Assignment = Assignment with { Attempt = attempt };
    }

    /// <summary>Begins the next attempt, with the windows known so far.</summary>
    public Assignment TryAgain(long timestamp)
    {
        Worker = null;
        LastSign = timestamp;
        return Assignment = Assignment with { Attempt = Assignment.Attempt + 1, WindowsDone = [.. _windows.Values] };
    }
}
