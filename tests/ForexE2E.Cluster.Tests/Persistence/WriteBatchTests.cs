using ForexE2E.Cluster.Persistence;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Testing.Contracts;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Cluster.Tests.Persistence;

public sealed class WriteBatchTests
{
    private static readonly Run One = SampleRuns.Run(1);
    private static readonly Run Two = SampleRuns.Run(2);

    [Fact]
    public void All_about_the_trials_of_a_run_is_one_call_and_every_write_is_settled_once()
    {
        PersistenceProtocol.IWrite[] writes =
        [
            new PersistenceProtocol.FinishTrial(One.Id, SampleRuns.Completed(0)),
            new PersistenceProtocol.SaveAttempt(One.Id, new TrialNumber(1), 1),
            new PersistenceProtocol.AddTrials(Two.Id, [SampleRuns.Trial(0)]),
            new PersistenceProtocol.FinishRun(Two.Id, new RunOutcome(RunState.Stopped, "", null, [], [], TimeSpan.Zero)),
            new PersistenceProtocol.SaveWindow(One.Id, new TrialNumber(1), SampleRuns.Window(0), 1, 3),
            new PersistenceProtocol.AddTrials(One.Id, [SampleRuns.Trial(2)]),
            new PersistenceProtocol.CreateRun(Two),
        ];
        StoreCall[] calls = [.. WriteBatch.CallsOf(writes)];

        Assert.Equal([[6], [0, 1, 4, 5], [2], [3]], calls.Select(c => c.Writes.Select(w => Array.IndexOf(writes, w))));
    }

    [Fact]
    public async Task What_waits_together_is_stored_as_if_it_had_come_one_by_one()
    {
        var store = new InMemoryRunStore();
        Trial end = SampleRuns.Completed(0);
        PersistenceProtocol.IWrite[] writes =
        [
            new PersistenceProtocol.CreateRun(One),
            new PersistenceProtocol.AddTrials(One.Id, [SampleRuns.Trial(0)]),
            new PersistenceProtocol.AddTrials(One.Id, [SampleRuns.Trial(1), SampleRuns.Trial(2)]),
            new PersistenceProtocol.SaveAttempt(One.Id, new TrialNumber(1), 4),
            new PersistenceProtocol.SaveWindow(One.Id, end.Number, SampleRuns.Window(0), 1, 2),
            new PersistenceProtocol.SaveWindow(One.Id, end.Number, SampleRuns.Window(1), 2, 2),
            new PersistenceProtocol.FinishTrial(One.Id, end),
        ];
        foreach (StoreCall call in WriteBatch.CallsOf(writes))
        {
            await call.Run(store, default);
        }

        Run run = (await store.FindRun(One.Id, default))!;
        RunAssert.Same(end, run.Trials[end.Number]);
        Assert.Equal((3, 4), (run.Trials.Count, run.Trials[new TrialNumber(1)].Attempts));
        Assert.Equal([SampleRuns.Window(0), SampleRuns.Window(1)], await store.FindWindows(One.Id, end.Number, default));
    }
}
