namespace ForexE2E.Cluster.Tests.Trials;

/// <summary>The dispatcher that runners are put on, in a system that has none of ours.</summary>
internal static class SlotConfiguration
{
    public const string Text = "forexe2e.workers.dispatcher { type = ForkJoinDispatcher, dedicated-thread-pool { thread-count = 2, threadtype = background } }";
}
