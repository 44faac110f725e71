using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Akka.Actor;
using Akka.Cluster;

namespace ForexE2E.Cluster.Telemetry;

/// <summary>
/// The gauges of a node, looked up when somebody measures. What lives on one coordinator at a time (the queue) is 0 on the
/// others, so that the sum over all nodes is right while it moves.
/// </summary>
internal static class NodeGauges
{
    private static readonly ImmutableArray<string> Roles = ["coordinator", "worker"];

    private static readonly ImmutableArray<MemberStatus> States =
        [MemberStatus.Joining, MemberStatus.WeaklyUp, MemberStatus.Up, MemberStatus.Leaving, MemberStatus.Exiting, MemberStatus.Down];

    public static void Add(Meter meter, ActorSystem system, NodeLoad load, RunSpans runs)
    {
        AddQueue(meter, system, load);
        Gauge("forexe2e.runs.conducted", "{run}", "Runs that this coordinator conducts.", "coordinator", () => runs.Count);
        Gauge("forexe2e.store.waiting", "{write}", "Writes that wait for the database.", "coordinator", () => load.WaitingWrites?.Invoke() ?? 0);
        Gauge("forexe2e.slots", "{slot}", "Backtests this worker computes at once.", "worker", () => load.Slots);
        Gauge("forexe2e.slots.busy", "{slot}", "Slots at work, measurements after a search included.", "worker", () => load.Busy);
        Gauge("forexe2e.trials.underway", "{trial}", "Trials of a search that this worker is at.", "worker", () => load.Trials);
        meter.CreateObservableGauge("forexe2e.cluster.members", () => Members(system), "{node}", "Members of the cluster as this node sees them, by role and status.");
        meter.CreateObservableGauge("forexe2e.cluster.unreachable", () => Unreachable(system), "{node}", "Members that this node's part of the cluster cannot reach.");

        void Gauge(string name, string unit, string words, string role, Func<int> value) =>
            meter.CreateObservableGauge(name, () => HasRole(system, role) ? [new Measurement<int>(value())] : (Measurement<int>[])[], unit, words);
    }

    private static void AddQueue(Meter meter, ActorSystem system, NodeLoad load)
    {
        Gauge("forexe2e.queue.depth", "{trial}", "Pieces of work that wait for a slot.", q => q.Waiting);
        Gauge("forexe2e.queue.runs", "{run}", "Runs whose work waits.", q => q.Runs);
        Gauge("forexe2e.queue.free.slots", "{slot}", "Slots of the whole cluster with nothing to do.", q => q.FreeSlots);

        void Gauge(string name, string unit, string words, Func<QueueLoad, int> value) => meter.CreateObservableGauge(
            name, () => HasRole(system, "coordinator") ? [new Measurement<int>(value(load.Queue?.Invoke() ?? default))] : (Measurement<int>[])[], unit, words);
    }

    // Zeros too: a listener keeps a series it has seen until it hears of it again.
    private static IEnumerable<Measurement<int>> Members(ActorSystem system)
    {
        if (system.WhenTerminated.IsCompleted)
        {
            return [];
        }

        ImmutableSortedSet<Member> members = Akka.Cluster.Cluster.Get(system).State.Members;
        return
        [
            .. from role in Roles
               from state in States
               select new Measurement<int>(
                   members.Count(m => m.Status == state && m.HasRole(role)),
                   new KeyValuePair<string, object?>("role", role),
                   new KeyValuePair<string, object?>("status", state.ToString().ToLowerInvariant())),
        ];
    }

    private static int Unreachable(ActorSystem system) =>
        system.WhenTerminated.IsCompleted ? 0 : Akka.Cluster.Cluster.Get(system).State.Unreachable.Count;

    private static bool HasRole(ActorSystem system, string role) =>
        !system.WhenTerminated.IsCompleted && Akka.Cluster.Cluster.Get(system).SelfRoles.Contains(role);
}
