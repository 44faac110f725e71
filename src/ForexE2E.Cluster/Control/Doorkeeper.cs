using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster;
using ForexE2E.Cluster.Runs;
using ForexE2E.Cluster.Trials;

namespace ForexE2E.Cluster.Control;

/// <summary>What programs outside the cluster speak to, on each coordinator: passes commands to runs, and answers questions about the cluster.</summary>
internal sealed class Doorkeeper : ReceiveActor
{
    /// <summary>Its name, by which clients find it.</summary>
    public const string Name = "doorkeeper";

    private static readonly TimeSpan QueuePatience = TimeSpan.FromSeconds(2);

    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);
    private readonly IActorRef _queue;

    /// <param name="runs">Region of the run coordinators.</param>
    /// <param name="queue">The cluster's trial queue.</param>
    public Doorkeeper(IActorRef runs, IActorRef queue)
    {
        _queue = queue;
        Receive<RunProtocol.ICommand>(m => runs.Forward(m));
        Receive<ControlProtocol.GetCluster>(_ => Answer());
    }

    private void Answer()
    {
        ControlProtocol.ClusterStatus status = Status();
        _ = _queue.Ask<QueueProtocol.QueueStatus>(new QueueProtocol.GetQueue(), QueuePatience)
            .PipeTo(Sender, Self, success: q => status with { Queue = q }, failure: _ => status);
    }

    private ControlProtocol.ClusterStatus Status()
    {
        ClusterEvent.CurrentClusterState state = _cluster.State;
        ImmutableHashSet<Member> unreachable = state.Unreachable;
        return new ControlProtocol.ClusterStatus(
            [.. state.Members.OrderBy(m => m.Address, Member.AddressOrdering).Select(m => NodeOf(m, !unreachable.Contains(m)))],
            state.Leader?.ToString(),
            _cluster.SelfAddress.ToString(),
            null);
    }

    private static ControlProtocol.NodeStatus NodeOf(Member member, bool reachable) => new(
        member.Address.ToString(), [.. member.Roles.Order(StringComparer.Ordinal)], member.Status.ToString().ToLowerInvariant(), reachable);
}
