using System.Collections.Concurrent;
using System.Diagnostics;

namespace ForexE2E.Benchmarks.Placement;

/// <summary>Which node computed when, in seconds since the log was opened.</summary>
internal sealed class WorkLog
{
    private readonly long _opened = Stopwatch.GetTimestamp();
    private readonly ConcurrentQueue<(int Node, double From, double To)> _spans = new();

    public double Now => Stopwatch.GetElapsedTime(_opened).TotalSeconds;

    public void Add(int node, double from) => _spans.Enqueue((node, from, Now));

    /// <summary>When a node first computed; null when it never did.</summary>
    public double? First(int node) => _spans.Where(s => s.Node == node).Select(s => (double?)s.From).Min();

    /// <summary>When a node last computed; null when it never did.</summary>
    public double? Last(int node) => _spans.Where(s => s.Node == node).Select(s => (double?)s.To).Max();

    /// <summary>Slot seconds in which something was computed within a time, by all nodes.</summary>
    public double Busy(double from, double to) => _spans.Sum(s => Math.Max(0, Math.Min(s.To, to) - Math.Max(s.From, from)));

    /// <summary>Windows computed by a node.</summary>
    public int Count(int node) => _spans.Count(s => s.Node == node);
}
