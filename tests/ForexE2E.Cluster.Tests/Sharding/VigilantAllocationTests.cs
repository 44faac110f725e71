using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster.Sharding;
using ForexE2E.Cluster.Sharding;
using Microsoft.Extensions.Time.Testing;

namespace ForexE2E.Cluster.Tests.Sharding;

public sealed class VigilantAllocationTests
{
    private static readonly Region First = new("10.0.0.1", 1);
    private static readonly Region Second = new("10.0.0.2", 2);
    private static readonly Region SecondAgain = new("10.0.0.2", 3);

    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _restarts = [];
    private readonly VigilantAllocation _allocation;

    public VigilantAllocationTests() => _allocation = new(new Levelling(), _time, _restarts.Add);

    [Fact]
    public async Task Shards_are_spread_as_without_it()
    {
        Assert.Equal(["1"], await Rebalance([(First, ["1", "2"]), (Second, [])]));
        Assert.Empty(await Rebalance([(First, ["2"]), (Second, ["1"])]));
        Assert.Empty(_restarts);
    }

    [Fact]
    public async Task Two_regions_at_one_address_have_the_coordinator_begin_anew()
    {
        Assert.Empty(await Rebalance([(First, ["1", "2", "3", "4"]), (Second, []), (SecondAgain, [])]));
        Assert.Contains("10.0.0.2", Assert.Single(_restarts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_shard_goes_to_a_region_that_may_be_a_ghost() => Assert.Equal(
        First,
        await _allocation.AllocateShard(First, "9", Allocations([(First, ["1", "2", "3", "4"]), (Second, []), (SecondAgain, [])])));

    [Fact]
    public async Task A_shard_that_could_not_be_moved_has_the_coordinator_begin_anew()
    {
        IImmutableSet<string> moving = await Rebalance([(First, ["1", "2"]), (Second, [])]);
        Assert.Empty(await Rebalance([(First, ["1", "2"]), (Second, [])], moving));
        Assert.Empty(_restarts);
        Assert.Empty(await Rebalance([(First, ["1", "2"]), (Second, [])]));
        Assert.Contains("could not be moved", Assert.Single(_restarts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_begin_anew_again_at_once()
    {
        (Region, string[])[] doubled = [(First, ["1"]), (Second, []), (SecondAgain, [])];
        await Rebalance(doubled);
        await Rebalance(doubled);
        Assert.Single(_restarts);
        _time.Advance(TimeSpan.FromSeconds(31));
        await Rebalance(doubled);
        Assert.Equal(2, _restarts.Count);
    }

    private Task<IImmutableSet<string>> Rebalance((Region, string[])[] regions, IImmutableSet<string>? inProgress = null) =>
        _allocation.Rebalance(Allocations(regions), inProgress ?? ImmutableHashSet<string>.Empty);

    private static ImmutableDictionary<IActorRef, IImmutableList<string>> Allocations((Region Region, string[] Shards)[] regions) =>
        regions.ToImmutableDictionary(r => (IActorRef)r.Region, r => (IImmutableList<string>)[.. r.Shards]);

    /// <summary>Moves one shard from the fullest region while another has two fewer; a new one goes to the emptiest.</summary>
    private sealed class Levelling : IShardAllocationStrategy
    {
        public Task<IActorRef> AllocateShard(IActorRef requester, string shardId, IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations) =>
            Task.FromResult(currentShardAllocations.MinBy(r => r.Value.Count).Key);

        public Task<IImmutableSet<string>> Rebalance(
            IImmutableDictionary<IActorRef, IImmutableList<string>> currentShardAllocations, IImmutableSet<string> rebalanceInProgress)
        {
            IImmutableList<string> most = currentShardAllocations.Values.MaxBy(v => v.Count)!;
            bool isUneven = rebalanceInProgress.Count == 0 && most.Count - currentShardAllocations.Values.Min(v => v.Count) > 1;
            return Task.FromResult<IImmutableSet<string>>(isUneven ? ImmutableHashSet.Create(most[0]) : ImmutableHashSet<string>.Empty);
        }
    }

    /// <summary>A region of shards on a node.</summary>
    private sealed class Region(string host, long uid) : MinimalActorRef
    {
        public override ActorPath Path { get; } = new RootActorPath(new Address("akka.tcp", "forexe2e", host, 4053)).Child("system").Child("sharding").Child("worker").WithUid(uid);

        public override IActorRefProvider Provider => throw new NotSupportedException();
    }
}
