using System.Collections.Concurrent;
using System.Diagnostics;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Telemetry;

/// <summary>The runs a coordinator conducts, each with the span under which all its work is found.</summary>
internal sealed class RunSpans
{
    private readonly ConcurrentDictionary<RunId, Activity?> _runs = new();

    /// <summary>Runs conducted here.</summary>
    public int Count => _runs.Count;

    /// <summary>The run is conducted here from now on.</summary>
    public void Begin(RunId id)
    {
        End(id);
        _runs[id] = Spans.Run(id);
    }

    /// <summary>What the spans of a run's work hang on; null when nobody listens, or the run is not conducted here.</summary>
    public string? ParentOf(RunId id) => _runs.GetValueOrDefault(id)?.Id;

    /// <summary>Notes how the run ended.</summary>
    public void Note(RunId id, RunState state, string reason)
    {
        if (_runs.GetValueOrDefault(id) is { } span)
        {
            span.SetTag("forexe2e.run.state", state.ToString().ToLowerInvariant());
            span.SetStatus(state == RunState.Failed ? ActivityStatusCode.Error : ActivityStatusCode.Ok, reason);
        }
    }

    /// <summary>The run is conducted here no longer, for whatever reason.</summary>
    public void End(RunId id)
    {
        if (_runs.TryRemove(id, out Activity? span))
        {
            span?.Dispose();
        }
    }
}
