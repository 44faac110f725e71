using System.Diagnostics;
using ForexE2E.Cluster.Telemetry;

namespace ForexE2E.Cluster.Trials;

/// <summary>What a worker tells about the work it is at: that a slot is busy, and a span from its beginning to its end.</summary>
internal sealed class WorkTrace(NodeTelemetry telemetry, int worker)
{
    private Assignment? _work;
    private Activity? _span;

    /// <summary>The work as its parts shall see it, so that they hang on this attempt.</summary>
    public Assignment Begin(Assignment work)
    {
        End("dropped");
        telemetry.Load.Begin(work.Work.IsTrial);
        _span = Spans.Trial(work.TraceParent, work.RunId, work.Work.ToString(), work.Attempt, worker);
        return _work = _span is null ? work : work with { TraceParent = _span.Id };
    }

    /// <param name="how">finished, failed, handed back, dropped.</param>
    /// <param name="error">Null when it is none.</param>
    public void End(string how, string? error = null)
    {
        if (_work is null)
        {
            return;
        }

        telemetry.Load.End(_work.Work.IsTrial);
        _span?.SetTag("forexe2e.end", how);
        if (error is not null)
        {
            _span?.SetStatus(ActivityStatusCode.Error, error);
        }

        _span?.Dispose();
        (_work, _span) = (null, null);
    }

    /// <summary>Notes how the work ended, from what is reported of it.</summary>
    public void End(TrialProtocol.IReport report) => End(
        report is TrialProtocol.TrialFailed ? "failed" : "finished", (report as TrialProtocol.TrialFailed)?.Reason);
}
