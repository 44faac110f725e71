using System.Collections.Concurrent;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Runs;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Tests.Embedded;

public sealed class StoreOutageTests
{
    private const string QuickRepeats = "forexe2e.persistence { first-pause = 1ms\nlongest-pause = 5ms }";

    [Fact]
    public async Task A_store_that_is_away_for_a_while_loses_nothing()
    {
        var bench = new Bench { Extra = QuickRepeats };
        await using EmbeddedCluster cluster = await bench.Start();
        using IDisposable watch = cluster.Watch(bench.Id, fact =>
        {
            if (fact is RunEvent.TrialFinished { Trial.Number.Value: 2 or 5 })
            {
                bench.Store.BeAwayFor(8);
            }
        });
        await cluster.Submit(bench.Id, Bench.Definition(trials: 8, parallel: 2), Bench.Patience);
        RunOutcome outcome = await cluster.Completion(bench.Id).WaitAsync(Bench.Patience);

        Run run = await bench.Stored();
        Assert.Equal(RunState.Completed, outcome.State);
        Assert.Equal(16, bench.Store.Refusals);
        Assert.Equal(8, run.Trials.Values.Count(t => t.State == TrialState.Completed));
        Assert.All(run.Trials.Values, t => Assert.Equal(1, t.Attempts));
    }

    [Fact]
    public async Task A_fact_is_told_only_after_it_is_stored()
    {
        var bench = new Bench();
        var lies = new ConcurrentQueue<string>();
        await using EmbeddedCluster cluster = await bench.Start();
        using IDisposable watch = cluster.Watch(bench.Id, fact =>
        {
            Run stored = bench.Store.FindRun(bench.Id, default).GetAwaiter().GetResult()!;
            bool isStored = fact switch
            {
                RunEvent.TrialStarted e => stored.Trials[e.Number].Attempts >= e.Attempt,
                RunEvent.WindowFinished e => bench.Store.FindWindows(bench.Id, e.Number, default).GetAwaiter().GetResult().Count >= e.Done,
                RunEvent.TrialFinished e => stored.Trials[e.Trial.Number].IsFinished,
                RunEvent.RunFinished => stored.State != RunState.Running,
                _ => true,
            };
            if (!isStored)
            {
                lies.Enqueue(fact.ToString());
            }
        });
        await cluster.Submit(bench.Id, Bench.Definition(trials: 10, parallel: 3), Bench.Patience);
        await cluster.Completion(bench.Id).WaitAsync(Bench.Patience);

        Assert.Empty(lies);
    }

    [Fact]
    public async Task No_trial_begins_before_it_is_stored()
    {
        var bench = new Bench { Slots = 4 };
        var strangers = new ConcurrentQueue<string>();
        bench.Backtest = new(2, 0, (_, parameters, _) =>
        {
            Run stored = bench.Store.FindRun(bench.Id, default).GetAwaiter().GetResult()!;
            if (stored.Finished < 9 && !stored.Trials.Values.Any(t => t.Parameters.Equals(parameters)))
            {
                strangers.Enqueue("not stored");
            }
        });
        await bench.Complete(Bench.Definition(trials: 9, parallel: 4));

        Assert.Empty(strangers);
    }
}
