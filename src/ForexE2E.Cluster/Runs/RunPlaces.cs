using Akka.Actor;
using Akka.Cluster.Tools.PublishSubscribe;
using ForexE2E.Cluster.Telemetry;

namespace ForexE2E.Cluster.Runs;

/// <summary>Whom a run talks to.</summary>
/// <param name="Persistence">The node's persistence actor.</param>
/// <param name="Queue">The cluster's trial queue.</param>
/// <param name="Workers">Region of the numbered workers.</param>
/// <param name="Backtests">The node's loaded backtests.</param>
/// <param name="Mediator">Carries stored facts to whoever watches.</param>
public sealed record RunPlaces(IActorRef Persistence, IActorRef Queue, IActorRef Workers, IActorRef Backtests, IActorRef Mediator)
{
    /// <summary>Topic of the stored facts of all runs.</summary>
    public const string Topic = "run-events";

    /// <summary>What the node tells about itself; null: nothing.</summary>
    public NodeTelemetry? Telemetry { get; init; }

    internal void Publish(RunEvent fact)
    {
        Telemetry?.Note(fact);
        Mediator.Tell(new Publish(Topic, fact));
    }
}
