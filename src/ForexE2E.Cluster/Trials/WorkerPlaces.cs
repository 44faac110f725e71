using Akka.Actor;

namespace ForexE2E.Cluster.Trials;

/// <summary>Whom a worker talks to.</summary>
/// <param name="Runs">Region of the run coordinators.</param>
/// <param name="Queue">The cluster's trial queue.</param>
/// <param name="Slots">The node's slots.</param>
/// <param name="Backtests">The node's loaded backtests.</param>
public sealed record WorkerPlaces(IActorRef Runs, IActorRef Queue, IActorRef Slots, IActorRef Backtests);
