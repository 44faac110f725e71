using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster.Sharding;

namespace ForexE2E.Cluster.Sharding;

/// <summary>
/// Spreads shards as another strategy does, and has the coordinator of the shards begin anew when it deals with a region that is no
/// more. Such a ghost comes of a node that was cut off and started again at the same address: what it had sent before is delivered
/// when the network heals, and registers it; the watch on it gets lost. It never answers, so no shard would move again.
/// A coordinator that begins anew watches all it knows once more, and this time hears that the ghost is gone.
/// </summary>
/// <param name="inner">Decides where shards go.</param>
/// <param name="beginAnew">Restarts the coordinator; told why.</param>
internal sealed class VigilantAllocation(IShardAllocationStrategy inner, TimeProvider time, Action<string> beginAnew) : IActorSystemDependentAllocationStrategy
{
    /// <summary>Shortest time between two restarts: one that does not help must not be the next trouble.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, IActorRef> _movingFrom = new(StringComparer.Ordinal);
    private long? _beganAnewAt;

    public void Start(ActorSystem system) => (inner as IActorSystemDependentAllocationStrategy)?.Start(system);

    public Task<IActorRef> AllocateShard(IActorRef requester, string shardId, IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations)
    {
        // Of two at one address one is a ghost, and which cannot be told: neither gets anything, unless there is no other.
        ILookup<Address, IActorRef> byNode = ByNode(currentShardAllocations);
        IImmutableDictionary<IActorRef, IImmutableList<string>> beyondDoubt =
            currentShardAllocations.Where(r => byNode[r.Key.Path.Address].Count() == 1).ToImmutableDictionary();
        return inner.AllocateShard(requester, shardId, beyondDoubt.Count > 0 ? beyondDoubt : currentShardAllocations);
    }

    public async Task<IImmutableSet<string>> Rebalance(
        IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations, IImmutableSet<string> rebalanceInProgress)
    {
        if (Trouble(currentShardAllocations, rebalanceInProgress) is { } trouble && MayBeginAnew())
        {
            _movingFrom.Clear();
            beginAnew(trouble);
            return [];
        }

        IImmutableSet<string> moving = await inner.Rebalance(currentShardAllocations, rebalanceInProgress);
        foreach ((IActorRef region, IImmutableList<string> shards) in currentShardAllocations)
        {
            foreach (string shard in shards.Where(moving.Contains))
            {
                _movingFrom[shard] = region;
            }
        }

        return moving;
    }

    private string? Trouble(IImmutableDictionary<IActorRef, IImmutableList<string>> allocations, IImmutableSet<string> inProgress)
    {
        if (ByNode(allocations).FirstOrDefault(node => node.Count() > 1) is { } doubled)
        {
            return $"two regions at {doubled.Key}";
        }

        string[] over = [.. _movingFrom.Keys.Where(shard => !inProgress.Contains(shard)).Order(StringComparer.Ordinal)];
        string[] stayed = [.. over.Where(shard => allocations.TryGetValue(_movingFrom[shard], out IImmutableList<string>? shards) && shards.Contains(shard))];
        Array.ForEach(over, shard => _movingFrom.Remove(shard));
        return stayed.Length > 0 ? $"shards {string.Join(", ", stayed)} could not be moved" : null;
    }

    private bool MayBeginAnew()
    {
        if (_beganAnewAt is { } then && time.GetElapsedTime(then) < Patience)
        {
            return false;
        }

        _beganAnewAt = time.GetTimestamp();
        return true;
    }

    // A region of this node has no host in its address, which is as good as one.
    private static ILookup<Address, IActorRef> ByNode(IImmutableDictionary<IActorRef, IImmutableList<string>> allocations) =>
        allocations.Keys.ToLookup(r => r.Path.Address);
}
