using System.Diagnostics;
using System.Text.Json;
using ForexE2E.Cluster.Telemetry;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Persistence;

/// <summary>One call of the store and the writes it settles.</summary>
internal sealed record StoreCall(IReadOnlyList<PersistenceProtocol.IWrite> Writes, Func<IRunStore, CancellationToken, Task> Run)
{
    /// <summary>Makes the call, and tells how long it took or how it failed.</summary>
    public async Task Measured(IRunStore store, NodeTelemetry telemetry, CancellationToken cancellation)
    {
        PersistenceProtocol.IWrite first = Writes[0];
        // Trials of a run are written together, whatever happened to them.
        string kind = Writes.All(w => w.GetType() == first.GetType()) ? first.GetType().Name : nameof(IRunStore.SaveTrials);
        string write = JsonNamingPolicy.SnakeCaseLower.ConvertName(kind);
        using Activity? span = Spans.Write(telemetry.Runs.ParentOf(first.RunId), first.RunId, write, Writes.Count);
        long begun = Stopwatch.GetTimestamp();
        try
        {
            await Run(store, cancellation);
            telemetry.Counts.Written(write, Writes.Count, Stopwatch.GetElapsedTime(begun));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            telemetry.Counts.NotWritten(e switch { RunStoreException => "away", RunTakenException => "taken", _ => "refused" });
            span?.SetStatus(ActivityStatusCode.Error, e.Message);
            throw;
        }
    }
}
