namespace ForexE2E.Cluster.Nodes;

/// <summary>
/// Feels the pulse of a process. One that stood still for longer than the cluster waits before it gives a node up has been
/// replaced by others: going on, it would be a second coordinator. The same holds when the clock was set.
/// </summary>
/// <param name="upWithin">Time to become a member.</param>
/// <param name="longestPause">Longest time between two beats, and most by which the clock may jump.</param>
internal sealed class Pulse(TimeProvider time, TimeSpan upWithin, TimeSpan longestPause)
{
    private readonly long _born = time.GetTimestamp();
    private long _lastBeat = time.GetTimestamp();
    private DateTimeOffset _lastInstant = time.GetUtcNow();

    /// <summary>To be called every second; why the node must end, or null.</summary>
    public string? Beat(bool isUp)
    {
        (long beat, DateTimeOffset instant) = (time.GetTimestamp(), time.GetUtcNow());
        TimeSpan pause = time.GetElapsedTime(_lastBeat, beat);
        TimeSpan jump = (instant - _lastInstant - pause).Duration();
        (_lastBeat, _lastInstant) = (beat, instant);
        return pause > longestPause ? Invariant($"the process stood still for {pause.TotalSeconds:0} s, longer than the cluster waits ({longestPause.TotalSeconds:0} s)")
            : jump > longestPause ? Invariant($"the clock jumped by {jump.TotalSeconds:0} s, more than the {longestPause.TotalSeconds:0} s allowed")
            : !isUp && time.GetElapsedTime(_born, beat) > upWithin ? Invariant($"the node did not become a member within {upWithin.TotalSeconds:0} s: check the seed nodes, and that enough coordinators run")
            : null;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
