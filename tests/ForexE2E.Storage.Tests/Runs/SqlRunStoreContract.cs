using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;
using ForexE2E.Storage.Runs.Rows;
using ForexE2E.Testing.Contracts;
using LinqToDB;
using LinqToDB.Async;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.Runs;

/// <summary>What stands in the tables after a write, and what survives.</summary>
public abstract class SqlRunStoreContract(ITestOutputHelper output)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly RunId Id = SampleRuns.Run(1).Id;

    protected abstract Task WithDatabase(Func<DatabaseAddress, Task> promise);

    [Fact]
    public Task A_trial_has_ninety_parameter_rows_and_one_result_row() => WithStore(async (store, tables) =>
    {
        await store.CreateRun(SampleRuns.Run(1), None);
        await store.AddTrials(Id, [SampleRuns.Trial(0), SampleRuns.Trial(1)], None);
        await store.FinishTrials(Id, [SampleRuns.Completed(0), SampleRuns.Trial(1) with { State = TrialState.Failed, Reason = "no trades" }], None);
        List<ParameterRow> rows = await Rows<ParameterRow>(tables);
        Assert.Equal(180, rows.Count);
        Assert.All(rows, r => Assert.Equal(SampleRuns.Trial(r.TrialNumber).Parameters.Format(ParameterCatalog.All.IndexOf(r.Name)), r.Value));
        Assert.Equal(["bool", "float", "int", "list", "str"], rows.Select(r => r.Type).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal("list", rows.First(r => r.Name == "rl_actor_hidden_layers").Type);
        Assert.All(rows, r => Assert.Equal(r.TrialNumber == 0 ? "trending_up" : "trending_down", r.Regime));
        ResultRow result = Assert.Single(await Rows<ResultRow>(tables));
        Assert.Equal((0, SampleRuns.Result(0).Score, SampleRuns.Result(0).Metrics.TotalReturn), (result.TrialNumber, result.ObjectiveValue, result.TotalReturn));
    });

    [Fact]
    public Task A_completed_run_offers_its_best_set_inactive() => WithStore(async (store, tables) =>
    {
        await store.CreateRun(SampleRuns.Run(1), None);
        await store.FinishTrials(Id, [SampleRuns.Completed(0), SampleRuns.Completed(1)], None);
        RunOutcome outcome = new(RunState.Completed, "done", new TrialNumber(1), [new TrialNumber(1)], [], TimeSpan.FromSeconds(9));
        await store.FinishRun(Id, outcome, None);
        await store.FinishRun(Id, outcome, None);
        RegimeParametersRow best = Assert.Single(await Rows<RegimeParametersRow>(tables));
        Assert.Equal(("GBPJPY", "15m", "global", 1, false), (best.Symbol, best.Timeframe, best.Regime, best.TrialNumber, best.IsActive));
        using JsonDocument json = JsonDocument.Parse(best.ParametersJson);
        BestSet found = Assert.Single(await store.FindBest(Id, None));
        Assert.Equal((Regime.Global, new TrialNumber(1), SampleRuns.Parameters(1)), (found.Regime, found.Trial, found.Parameters));
        Assert.Empty(await store.FindBest(SampleRuns.Run(2).Id, None));
        Assert.Equal(SampleRuns.Parameters(1)["risk_stop_loss_pct"], json.RootElement.GetProperty("risk_stop_loss_pct").GetDouble());
        Assert.Equal([(0, (bool?)false), (1, true)], (await Rows<ResultRow>(tables)).Select(r => (r.TrialNumber, r.IsParetoOptimal)).Order());
    });

    [Fact]
    public Task A_trial_of_a_global_run_has_a_row_for_the_whole_and_one_for_each_regime() => WithStore(async (store, tables) =>
    {
        Run run = SampleRuns.Run(1) with { Definition = SampleRuns.Definition with { RegimeMode = RegimeMode.Global } };
        await store.CreateRun(run, None);
        ImmutableArray<RegimeResult> parts = [.. RegimeNames.States.Select((r, i) => new RegimeResult(r, SampleRuns.Result((ulong)i).Metrics, i == 2 ? null : i))];
        Trial trial = SampleRuns.Completed(1) with { Regime = Regime.Global, Result = SampleRuns.Result(1) with { ByRegime = parts } };
        await store.FinishTrials(Id, [trial], None);
        await store.FinishRun(Id, new RunOutcome(RunState.Completed, "done", trial.Number, [trial.Number], [], TimeSpan.Zero), None);
        List<ResultRow> rows = await Rows<ResultRow>(tables);
        Assert.Equal(["global", "trending_up", "trending_down", "ranging", "volatile"], rows.OrderBy(r => r.Id).Select(r => r.Regime));
        Assert.Equal([(string?)"global"], rows.Where(r => r.IsParetoOptimal == true).Select(r => r.Regime));
        Assert.Null(rows.Single(r => r.Regime == "ranging").ObjectiveValue);
        Assert.Equal(parts[3].Metrics.TotalReturn, rows.Single(r => r.Regime == "volatile").TotalReturn);
        RunAssert.Same(trial, await store.FindTrial(Id, trial.Number, None));
    });

    [Fact]
    public Task A_completed_per_regime_run_offers_four_sets_the_defaults_where_nothing_was_feasible() => WithStore(async (store, tables) =>
    {
        await store.CreateRun(SampleRuns.Run(1), None);
        await store.FinishTrials(Id, [.. Enumerable.Range(0, 8).Select(SampleRuns.Completed)], None);
        RunOutcome outcome = new(
            RunState.Completed, "done", null, [new TrialNumber(4), new TrialNumber(5)], [new ValidationResult("best", "in_sample", SampleRuns.Result(9))], TimeSpan.Zero)
        {
            ByRegime =
            [
                new RegimeOutcome(Regime.TrendingUp, new TrialNumber(4), null),
                new RegimeOutcome(Regime.TrendingDown, new TrialNumber(5), "no improvement"),
                new RegimeOutcome(Regime.Ranging, null, null),
                new RegimeOutcome(Regime.Volatile, new TrialNumber(3), null),
            ],
        };
        await store.FinishRun(Id, outcome, None);
        await store.FinishRun(Id, outcome, None);
        List<RegimeParametersRow> sets = await Rows<RegimeParametersRow>(tables);
        Assert.Equal(
            [("trending_up", 4), ("trending_down", 5), ("ranging", 2), ("volatile", 3)], sets.OrderBy(s => s.Id).Select(s => (s.Regime, s.TrialNumber)));
        Assert.All(sets, s => Assert.False(s.IsActive));
        Assert.Equal(SampleRuns.Result(4).Metrics.MaxDrawdownPct, sets.Single(s => s.Regime == "trending_up").MaxDrawdownPct);
        Assert.Equal([4, 5], (await Rows<ResultRow>(tables)).Where(r => r.IsParetoOptimal == true).Select(r => r.TrialNumber).Order());
        Assert.Equal(SampleRuns.Result(9).Metrics.SharpeRatio, Assert.Single(await store.ListRuns(9, None)).BestSharpe);
    });

    [Fact]
    public Task A_completed_run_is_not_reopened() => WithStore(async (store, _) =>
    {
        await store.CreateRun(SampleRuns.Run(1), None);
        await store.FinishRun(Id, new RunOutcome(RunState.Completed, "done", null, [], [], TimeSpan.Zero), None);
        await Assert.ThrowsAsync<RunStoreException>(() => store.ReopenRun(Id, None));
    });

    [Fact]
    public Task A_write_about_what_is_not_there_is_refused() => WithStore(async (store, _) =>
    {
        await Assert.ThrowsAsync<RunStoreException>(() => store.AddTrials(Id, [SampleRuns.Trial(0)], None));
        await store.CreateRun(SampleRuns.Run(1), None);
        await Assert.ThrowsAsync<RunStoreException>(() => store.SaveWindow(Id, new TrialNumber(5), SampleRuns.Window(0), None));
        await Assert.ThrowsAsync<RunStoreException>(() => store.SaveAttempt(Id, new TrialNumber(5), 1, None));
    });

    [Fact]
    public Task An_outcome_that_cannot_be_stored_whole_is_not_stored_at_all() => WithStore(async (store, tables) =>
    {
        await store.CreateRun(SampleRuns.Run(1), None);
        await store.FinishTrials(Id, [SampleRuns.Completed(0)], None);
        RunOutcome outcome = new(RunState.Completed, "done", new TrialNumber(0), [new TrialNumber(0), new TrialNumber(9)], [], TimeSpan.Zero);
        await Assert.ThrowsAsync<RunStoreException>(() => store.FinishRun(Id, outcome, None));
        Assert.Null(await store.FindOutcome(Id, None));
        Assert.All(await Rows<ResultRow>(tables), r => Assert.False(r.IsParetoOptimal));
    });

    [Fact]
    public Task Instants_are_kept_to_the_microsecond() => WithStore(async (store, _) =>
    {
        await store.CreateRun(SampleRuns.Run(1, SampleRuns.Start.AddTicks(9)), None);
        Assert.Equal(SampleRuns.Start, (await store.FindRun(Id, None))!.CreatedAt);
    });

    [Fact]
    public Task The_store_describes_itself() => WithStore(async (store, _) => Assert.Matches("SQL.* database .*, (SQLite|PostgreSQL) [0-9.]+.*, schema 20261123[0-9]+", await store.Describe()));

    [Fact]
    public Task Only_the_store_that_took_a_run_last_may_write_it() => WithDatabase(async address =>
    {
        await using SqlRunStore old = await RunStores.Open(address, TimeProvider.System);
        await using SqlRunStore now = await RunStores.Open(address, TimeProvider.System);
        Assert.Equal(0, await old.TakeRun(Id, None));
        await old.CreateRun(SampleRuns.Run(1) with { Priority = 3 }, None);
        Assert.Equal(1, await old.TakeRun(Id, None));
        await old.AddTrials(Id, [SampleRuns.Trial(0)], None);
        Assert.Equal(2, await now.TakeRun(Id, None));

        // Whoever comes back from the dead writes nothing: no trial, no attempt, no result, no end.
        await Assert.ThrowsAsync<RunTakenException>(() => old.AddTrials(Id, [SampleRuns.Trial(1)], None));
        await Assert.ThrowsAsync<RunTakenException>(() => old.SaveAttempt(Id, new TrialNumber(0), 7, None));
        await Assert.ThrowsAsync<RunTakenException>(() => old.FinishTrials(Id, [SampleRuns.Completed(0)], None));
        await Assert.ThrowsAsync<RunTakenException>(() => old.FinishRun(Id, new RunOutcome(RunState.Stopped, "late", null, [], [], TimeSpan.Zero), None));
        Run run = (await now.FindRun(Id, None))!;
        Assert.Equal((RunState.Running, 3), (run.State, run.Priority));
        Assert.False(Assert.Single(run.Trials).Value.IsFinished);

        await now.FinishTrials(Id, [SampleRuns.Completed(0)], None);
        Assert.Equal(1, (await now.FindRun(Id, None))!.Finished);
    });

    /// <summary>Prints the figures of docs/database.md; asserts none of them, for the machine decides them.</summary>
    [Fact]
    public Task A_hundred_trials_are_stored_at_once() => WithStore(async (store, tables) =>
    {
        for (int round = 1; round <= 3; round++)
        {
            RunId id = SampleRuns.Run(round).Id;
            await store.CreateRun(SampleRuns.Run(round), None);
            Trial[] trials = [.. Enumerable.Range(0, 100).Select(SampleRuns.Completed)];
            Stopwatch watch = Stopwatch.StartNew();
            await store.AddTrials(id, [.. trials.Select(t => SampleRuns.Trial(t.Number.Value))], None);
            TimeSpan added = watch.Elapsed;
            await store.FinishTrials(id, trials, None);
            TimeSpan finished = watch.Elapsed;
            await store.FinishRun(id, new RunOutcome(RunState.Completed, "done", new TrialNumber(0), [new TrialNumber(0)], [], TimeSpan.Zero), None);
            await store.FindTrial(id, new TrialNumber(7), None);
            watch.Restart();
            RunOutcome? outcome = await store.FindOutcome(id, None);
            Trial? best = await store.FindTrial(id, outcome!.Best!.Value, None);
            output.WriteLine(FormattableString.Invariant(
                $"Round {round}: 100 trials added {added.TotalMilliseconds:F0} ms, with results {finished.TotalMilliseconds:F0} ms, best parameters {watch.Elapsed.TotalMilliseconds:F1} ms"));
            RunAssert.Same(trials[0], best);
        }

        Assert.Equal(27_000, (await Rows<ParameterRow>(tables)).Count);
    });

    internal static Task<List<T>> Rows<T>(DatabaseConnections tables)
        where T : class => tables.Read((db, token) => db.GetTable<T>().ToListAsync(token), None);

    private Task WithStore(Func<SqlRunStore, DatabaseConnections, Task> promise) => WithDatabase(async address =>
    {
        await using SqlRunStore store = await RunStores.Open(address, TimeProvider.System);
        await using DatabaseConnections tables = new(address);
        await promise(store, tables);
    });
}
