using Akka.Actor;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Runs;

/// <summary>Holds the samplers of one run. Suggesting is work for a processor, so this actor lives on the compute dispatcher.</summary>
internal sealed class SearchActor : ReceiveActor
{
    public SearchActor(Run run, ParameterSpace space, SearchMethods methods)
    {
        RegimeSearches searches = new(run, space, methods);
        Receive<SearchProtocol.Decide>(m => Answer(() => searches.Decide(m)));
        Receive<SearchProtocol.Choose>(m => Answer(() => methods.Choose(m.Run)));
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
