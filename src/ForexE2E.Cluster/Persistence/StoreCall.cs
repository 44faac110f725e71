using System.Diagnostics;
using ForexE2E.Cluster.Telemetry;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Persistence;

/// <summary>One call of the store and the writes it settles.</summary>
/// <param name="Name">What it stores, as metrics and spans call it.</param>
internal sealed record StoreCall(string Name, IReadOnlyList<PersistenceProtocol.IWrite> Writes, Func<IRunStore, CancellationToken, Task> Run)
{
    /// <summary>Makes the call, and tells how long it took or how it failed.</summary>
    public async Task Measured(IRunStore store, NodeTelemetry telemetry, CancellationToken cancellation)
    {
        RunId id = Writes[0].RunId;
        using Activity? span = Spans.Write(telemetry.Runs.ParentOf(id), id, Name, Writes.Count);
        long begun = Stopwatch.GetTimestamp();
        try
        {
            await Run(store, cancellation);
            telemetry.Counts.Written(Name, Writes.Count, Stopwatch.GetElapsedTime(begun));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            telemetry.Counts.NotWritten(e switch { RunStoreException => "away", RunTakenException => "taken", _ => "refused" });
            span?.SetStatus(ActivityStatusCode.Error, e.Message);
            throw;
        }
    }
}
