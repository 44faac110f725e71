using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using Xunit;

namespace ForexE2E.Testing.Contracts;

/// <summary>What every store of runs promises; a new store earns its place by one subclass.</summary>
public abstract class RunStoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Runs the promise against a new, empty store; returns without it, and says so loudly, when its database is absent.</summary>
    protected abstract Task WithStore(Func<IRunStore, Task> promise);

    [Fact]
    public Task A_run_reads_as_it_was_stored() => WithStore(async store =>
    {
        Run run = SampleRuns.Run(1);
        await store.CreateRun(run, None);
        RunAssert.Same(run, await store.FindRun(run.Id, None));
    });

    [Fact]
    public Task Storing_a_run_twice_is_once() => WithStore(async store =>
    {
        Run run = SampleRuns.Run(1);
        await store.CreateRun(run, None);
        await store.AddTrials(run.Id, [SampleRuns.Trial(0)], None);
        await store.CreateRun(run, None);
        RunAssert.Same(run.With(SampleRuns.Trial(0)), await store.FindRun(run.Id, None));
        Assert.Single(await store.ListRuns(10, None));
    });

    [Fact]
    public Task What_was_never_stored_is_not_found() => WithStore(async store =>
    {
        RunId id = SampleRuns.Run(1).Id;
        Assert.Null(await store.FindRun(id, None));
        Assert.Null(await store.FindOutcome(id, None));
        Assert.Empty(await store.FindWindows(id, new TrialNumber(0), None));
        Assert.Empty(await store.ListRuns(10, None));
    });

    [Fact]
    public Task Trials_read_as_they_were_stored() => WithStore(async store =>
    {
        Run run = await Begin(store, SampleRuns.Trial(0), SampleRuns.Trial(1) with { State = TrialState.Waiting, Attempts = 0 }, SampleRuns.Trial(12));
        RunAssert.Same(run, await store.FindRun(run.Id, None));
    });

    [Fact]
    public Task Adding_a_trial_twice_is_once() => WithStore(async store =>
    {
        Run run = await Begin(store, SampleRuns.Trial(0), SampleRuns.Trial(1));
        await store.AddTrials(run.Id, [SampleRuns.Trial(1), SampleRuns.Trial(2)], None);
        RunAssert.Same(run.With(SampleRuns.Trial(2)), await store.FindRun(run.Id, None));
    });

    [Fact]
    public Task A_trial_begun_again_counts_its_attempts() => WithStore(async store =>
    {
        Run run = await Begin(store, SampleRuns.Trial(0));
        await store.SaveAttempt(run.Id, new TrialNumber(0), 3, None);
        await store.SaveAttempt(run.Id, new TrialNumber(0), 2, None);
        Assert.Equal(3, (await store.FindRun(run.Id, None))!.Trials[new TrialNumber(0)].Attempts);
    });

    [Fact]
    public Task Ended_trials_read_as_they_were_stored() => WithStore(async store =>
    {
        Trial failed = SampleRuns.Trial(3) with { State = TrialState.Failed, Reason = "the worker died 3 times", FinishedAt = SampleRuns.Start };
        Trial pruned = SampleRuns.Completed(4) with { State = TrialState.Pruned, Reason = "worse than the median", Windows = 17, CpuTime = TimeSpan.FromMicroseconds(1_234_567) };
        Trial[] ended = [SampleRuns.Completed(0), SampleRuns.Completed(1), SampleRuns.Completed(2), failed, pruned];
        Run run = await Begin(store, [.. ended.Select(t => SampleRuns.Trial(t.Number.Value))]);
        await store.FinishTrials(run.Id, ended, None);
        RunAssert.Same(ended.Aggregate(run, (r, t) => r.With(t)), await store.FindRun(run.Id, None));
    });

    [Fact]
    public Task A_trial_may_end_without_having_been_added() => WithStore(async store =>
    {
        Run run = await Begin(store);
        await store.FinishTrials(run.Id, [SampleRuns.Completed(0)], None);
        RunAssert.Same(run.With(SampleRuns.Completed(0)), await store.FindRun(run.Id, None));
    });

    [Fact]
    public Task An_ended_trial_is_never_overwritten() => WithStore(async store =>
    {
        Trial first = SampleRuns.Completed(0);
        Run run = await Begin(store, SampleRuns.Trial(0));
        await store.FinishTrials(run.Id, [first], None);
        await store.FinishTrials(run.Id, [first with { Result = SampleRuns.Result(77), FinishedAt = SampleRuns.Start.AddDays(1) }], None);
        await store.AddTrials(run.Id, [SampleRuns.Trial(0)], None);
        await store.SaveAttempt(run.Id, first.Number, 9, None);
        RunAssert.Same(run.With(first), await store.FindRun(run.Id, None));
    });

    [Fact]
    public Task The_cpu_time_of_a_window_is_kept_beside_its_result() => WithStore(async store =>
    {
        Run run = await Begin(store, SampleRuns.Trial(0));
        await store.SaveWindow(run.Id, new TrialNumber(0), SampleRuns.Window(0) with { CpuTime = TimeSpan.FromMicroseconds(2_345) }, None);
        Assert.Equal(TimeSpan.FromMicroseconds(2_345), Assert.Single(await store.FindWindows(run.Id, new TrialNumber(0), None)).CpuTime);
    });

    [Fact]
    public Task Windows_come_back_by_index_and_the_first_result_of_each_stays() => WithStore(async store =>
    {
        Run run = await Begin(store, SampleRuns.Trial(0), SampleRuns.Trial(1));
        foreach (int index in (int[])[2, 0, 1, 0])
        {
            await store.SaveWindow(run.Id, new TrialNumber(0), SampleRuns.Window(index), None);
        }

        await store.SaveWindow(run.Id, new TrialNumber(0), SampleRuns.Window(1) with { EndBalanceCents = 1 }, None);
        await store.FinishTrials(run.Id, [SampleRuns.Completed(0)], None);
        Assert.Equal([SampleRuns.Window(0), SampleRuns.Window(1), SampleRuns.Window(2)], await store.FindWindows(run.Id, new TrialNumber(0), None));
        Assert.Empty(await store.FindWindows(run.Id, new TrialNumber(1), None));
    });

    [Fact]
    public Task All_that_happened_to_trials_may_be_stored_together_and_again() => WithStore(async store =>
    {
        Run run = await Begin(store, SampleRuns.Trial(0), SampleRuns.Trial(1), SampleRuns.Trial(2));
        TrialChanges changes = new()
        {
            Added = [SampleRuns.Trial(1), SampleRuns.Trial(4)],
            Attempts = [new TrialAttempt(new TrialNumber(1), 3), new TrialAttempt(new TrialNumber(4), 2)],
            Windows = [new TrialWindow(new TrialNumber(0), SampleRuns.Window(0)), new TrialWindow(new TrialNumber(0), SampleRuns.Window(1)), new TrialWindow(new TrialNumber(4), SampleRuns.Window(0))],
            Finished = [SampleRuns.Completed(0)],
        };
        await store.SaveTrials(run.Id, changes, None);
        await store.SaveTrials(run.Id, changes with { Finished = [SampleRuns.Completed(0) with { Result = SampleRuns.Result(77) }] }, None);
        Run expected = run.With(SampleRuns.Completed(0)).With(SampleRuns.Trial(1) with { Attempts = 3 }).With(SampleRuns.Trial(4) with { Attempts = 2 });
        RunAssert.Same(expected, await store.FindRun(run.Id, None));
        Assert.Equal([SampleRuns.Window(0), SampleRuns.Window(1)], await store.FindWindows(run.Id, new TrialNumber(0), None));
        Assert.Equal([SampleRuns.Window(0)], await store.FindWindows(run.Id, new TrialNumber(4), None));
    });

    [Fact]
    public Task A_run_under_way_has_no_outcome() => WithStore(async store =>
    {
        Run run = await Begin(store, SampleRuns.Trial(0));
        Assert.Null(await store.FindOutcome(run.Id, None));
    });

    [Fact]
    public Task The_outcome_reads_as_it_was_stored() => WithStore(async store =>
    {
        Run run = await Finished(store, Outcome(RunState.Completed));
        RunAssert.Same(Outcome(RunState.Completed), await store.FindOutcome(run.Id, None));
        Assert.Equal(RunState.Completed, (await store.FindRun(run.Id, None))!.State);
    });

    [Fact]
    public Task A_run_may_end_without_a_feasible_trial() => WithStore(async store =>
    {
        RunOutcome nothing = new(RunState.Failed, "no bars", null, [], [], TimeSpan.Zero);
        Run run = await Finished(store, nothing);
        RunAssert.Same(nothing, await store.FindOutcome(run.Id, None));
    });

    [Fact]
    public Task What_each_regime_found_reads_as_it_was_stored_until_the_run_goes_on() => WithStore(async store =>
    {
        RunOutcome stopped = Outcome(RunState.Stopped) with
        {
            Best = null,
            ByRegime = [.. RegimeNames.States.Select((r, i) => new RegimeOutcome(r, i < 2 ? new TrialNumber(i) : null, i == 1 ? "no improvement" : null))],
        };
        Run run = await Finished(store, stopped);
        RunAssert.Same(stopped, await store.FindOutcome(run.Id, None));
        await store.ReopenRun(run.Id, None);
        await store.FinishRun(run.Id, Outcome(RunState.Completed), None);
        Assert.Empty((await store.FindOutcome(run.Id, None))!.ByRegime);
    });

    [Fact]
    public Task Ending_a_run_twice_is_once() => WithStore(async store =>
    {
        Run run = await Finished(store, Outcome(RunState.Completed));
        await store.FinishRun(run.Id, Outcome(RunState.Completed), None);
        RunAssert.Same(Outcome(RunState.Completed), await store.FindOutcome(run.Id, None));
    });

    [Fact]
    public Task A_stopped_run_goes_on_with_its_trials() => WithStore(async store =>
    {
        Run run = await Finished(store, Outcome(RunState.Stopped));
        await store.ReopenRun(run.Id, None);
        await store.ReopenRun(run.Id, None);
        Assert.Null(await store.FindOutcome(run.Id, None));
        RunAssert.Same(run, await store.FindRun(run.Id, None));
        await store.FinishRun(run.Id, Outcome(RunState.Completed) with { Best = new TrialNumber(1), ParetoFront = [new TrialNumber(1)] }, None);
        Assert.Equal([new TrialNumber(1)], (await store.FindOutcome(run.Id, None))!.ParetoFront.AsEnumerable());
    });

    [Fact]
    public Task Runs_are_listed_newest_first_with_what_they_achieved() => WithStore(async store =>
    {
        for (int i = 1; i <= 3; i++)
        {
            await store.CreateRun(SampleRuns.Run(i, SampleRuns.Start.AddHours(i % 3)), None);
        }

        await store.FinishTrials(SampleRuns.Run(2).Id, [SampleRuns.Completed(0), SampleRuns.Completed(1)], None);
        await store.AddTrials(SampleRuns.Run(2).Id, [SampleRuns.Trial(2)], None);
        await store.FinishRun(SampleRuns.Run(2).Id, Outcome(RunState.Completed), None);
        Assert.Equal([2, 1, 3], (await store.ListRuns(10, None)).Select(r => Number(r.Id)));
        RunSummary newest = Assert.Single(await store.ListRuns(1, None));
        double? sharpe = SampleRuns.Result(0).Metrics.SharpeRatio;
        Assert.Equal((RunState.Completed, 1234, 2, sharpe, 62), (newest.State, newest.Trials, newest.Finished, newest.BestSharpe, newest.DurationSeconds));
        Assert.Equal((SampleRuns.Definition.Market, SampleRuns.Definition.Notes), (newest.Market, newest.Notes));
    });

    [Fact]
    public Task Many_writers_at_once_lose_nothing() => WithStore(async store =>
    {
        Run run = SampleRuns.Run(1);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            await store.CreateRun(run, None);
            for (int i = 0; i < 5; i++)
            {
                TrialNumber number = new((writer * 5) + i);
                await store.AddTrials(run.Id, [SampleRuns.Trial(number.Value)], None);
                await store.SaveWindow(run.Id, number, SampleRuns.Window(0), None);
                await store.FinishTrials(run.Id, [SampleRuns.Completed(number.Value), SampleRuns.Completed(40)], None);
            }
        }));
        Run expected = Enumerable.Range(0, 41).Aggregate(run, (r, n) => r.With(SampleRuns.Completed(n)));
        RunAssert.Same(expected, await store.FindRun(run.Id, None));
    });

    private static RunOutcome Outcome(RunState state) => new(
        state,
        "2 trials finished",
        new TrialNumber(0),
        [new TrialNumber(0), new TrialNumber(1)],
        [new ValidationResult("best", "out_of_sample", SampleRuns.Result(9)), new ValidationResult("defaults", "in_sample", SampleRuns.Result(8))],
        TimeSpan.FromSeconds(61.7));

    private static int Number(RunId id) => BitConverter.ToInt32(id.Value.ToByteArray());

    private static async Task<Run> Begin(IRunStore store, params Trial[] trials)
    {
        Run run = SampleRuns.Run(1);
        await store.CreateRun(run, None);
        await store.AddTrials(run.Id, trials, None);
        return trials.Aggregate(run, (r, t) => r.With(t));
    }

    private static async Task<Run> Finished(IRunStore store, RunOutcome outcome)
    {
        Run run = await Begin(store, SampleRuns.Trial(0), SampleRuns.Trial(1));
        await store.FinishTrials(run.Id, [SampleRuns.Completed(0), SampleRuns.Completed(1)], None);
        await store.FinishRun(run.Id, outcome, None);
        return run.With(SampleRuns.Completed(0)).With(SampleRuns.Completed(1));
    }
}
