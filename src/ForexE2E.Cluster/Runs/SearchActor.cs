using System.Diagnostics;
using Akka.Actor;
using ForexE2E.Cluster.Telemetry;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Runs;

/// <summary>Holds the samplers of one run. Suggesting is work for a processor, so this actor lives on the compute dispatcher.</summary>
internal sealed class SearchActor : ReceiveActor
{
    private readonly NodeTelemetry _telemetry = NodeTelemetry.Of(Context.System);
    private readonly RunId _id;

    public SearchActor(PreparedRun prepared, SearchMethods methods)
    {
        _id = prepared.Run.Id;
        RegimeSearches searches = new(prepared.Run, prepared.Space, methods);
        Receive<SearchProtocol.Decide>(m => Answer(() => Timed(m.Count, () => searches.Decide(m))));
        Receive<SearchProtocol.Choose>(m => Answer(() => methods.Choose(m.Run)));
    }

    /// <summary>It lives exactly as long as the run is conducted here.</summary>
    protected override void PostStop() => _telemetry.Runs.End(_id);

    private object Timed(int count, Func<object> decide)
    {
        using Activity? span = Spans.Suggestion(_telemetry.Runs.ParentOf(_id), _id, count);
        long begun = Stopwatch.GetTimestamp();
        object decided = decide();
        _telemetry.Counts.Sampled(Stopwatch.GetElapsedTime(begun));
        return decided;
    }

    private void Answer(Func<object> question)
    {
        object answer;
        try
        {
            answer = question();
        }
#pragma warning disable CA1031 // Whatever a sampler throws ends the run with that cause, and not the node.
        catch (Exception e)
#pragma warning restore CA1031
        {
            answer = new SearchProtocol.SearchFailed(e);
        }

        Sender.Tell(answer);
    }
}
