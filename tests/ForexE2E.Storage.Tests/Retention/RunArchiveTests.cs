using System.Text.Json;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Retention;
using ForexE2E.Storage.Runs;
using ForexE2E.Storage.Runs.Rows;
using ForexE2E.Storage.Tests.Database;
using ForexE2E.Storage.Tests.Runs;
using ForexE2E.Testing.Contracts;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.Retention;

public sealed class RunArchiveTests(ITestOutputHelper output)
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<DatabaseKind> Kinds => DatabasePromise.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Only_ended_runs_older_than_the_months_are_archived(DatabaseKind kind) => WithStore(kind, async (address, store, _) =>
    {
        await Ended(store, 1, RunState.Failed, SampleRuns.Start);
        await Ended(store, 2, RunState.Failed, SampleRuns.Start.AddMonths(2));
        await store.CreateRun(SampleRuns.Run(3, SampleRuns.Start), None);
        RunArchive archive = new(address, At(SampleRuns.Start.AddMonths(13)));
        OldRun old = Assert.Single(await archive.FindOld(12, None));
        Assert.Equal((SampleRuns.Run(1).Id.ToString(), "failed", 2, false), (old.RunId, old.Status, old.Trials, old.OffersParameters));
        Assert.True(await archive.Archive(old, None));
        Assert.False(await archive.Archive(old, None));
        Assert.Empty(await archive.FindOld(12, None));
        Assert.Equal(
            [SampleRuns.Run(2).Id, SampleRuns.Run(3).Id],
            (await store.ListRuns(10, None)).Select(r => r.Id).OrderBy(id => id.ToString(), StringComparer.Ordinal));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task An_archived_run_keeps_its_definition_its_end_and_its_best_set(DatabaseKind kind) => WithStore(kind, async (address, store, tables) =>
    {
        await Ended(store, 1, RunState.Stopped, SampleRuns.Start);
        RunArchive archive = new(address, At(SampleRuns.Start.AddMonths(13)));
        await archive.Archive(Assert.Single(await archive.FindOld(12, None)), None);
        ArchivedRunRow row = Assert.Single(await SqlRunStoreContract.Rows<ArchivedRunRow>(tables));
        Assert.Equal((SampleRuns.Run(1).Id.ToString(), "GBPJPY", "stopped", 2, "done"), (row.RunUuid, row.Symbol, row.Status, row.TrialsStored, row.StopReason));
        using JsonDocument best = JsonDocument.Parse(row.BestParametersJson!);
        Assert.Equal(90, best.RootElement.EnumerateObject().Count());
        Assert.Equal(SampleRuns.Parameters(1)["risk_stop_loss_pct"], best.RootElement.GetProperty("risk_stop_loss_pct").GetDouble());
        Assert.Contains("\"content\"", row.DefinitionJson, StringComparison.Ordinal);
        Assert.Empty(await SqlRunStoreContract.Rows<ParameterRow>(tables));
        Assert.Null(await store.FindRun(SampleRuns.Run(1).Id, None));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task A_run_whose_set_is_offered_keeps_that_trial(DatabaseKind kind) => WithStore(kind, async (address, store, tables) =>
    {
        await Ended(store, 1, RunState.Completed, SampleRuns.Start);
        RunArchive archive = new(address, At(SampleRuns.Start.AddMonths(13)));
        OldRun old = Assert.Single(await archive.FindOld(12, None));
        Assert.True(old.OffersParameters);
        await archive.Archive(old, None);
        Assert.Single(await SqlRunStoreContract.Rows<RegimeParametersRow>(tables));
        Assert.Equal(1, Assert.Single(await SqlRunStoreContract.Rows<TrialRow>(tables)).TrialNumber);
        Assert.Equal(90, (await SqlRunStoreContract.Rows<ParameterRow>(tables)).Count);
        Trial? best = await store.FindTrial(SampleRuns.Run(1).Id, new TrialNumber(1), None);
        RunAssert.Same(SampleRuns.Completed(1), best);
        Assert.Empty(await archive.FindOld(12, None));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task A_kept_trial_still_knows_what_it_had_seen_when_the_trial_that_told_it_is_gone(DatabaseKind kind) => WithStore(kind, async (address, store, tables) =>
    {
        RunId id = SampleRuns.Run(1).Id;
        await store.CreateRun(SampleRuns.Run(1, SampleRuns.Start), None);
        await store.FinishTrials(id, [SampleRuns.Completed(4), SampleRuns.Completed(8)], None);
        await store.FinishRun(id, new RunOutcome(RunState.Completed, "done", new TrialNumber(8), [new TrialNumber(8)], [], TimeSpan.Zero), None);
        Assert.Equal("""{"as":4,"then":[3,[5,7]]}""", (await SqlRunStoreContract.Rows<TrialRow>(tables)).Single(t => t.TrialNumber == 8).SeenJson);
        RunArchive archive = new(address, At(SampleRuns.Start.AddMonths(13)));
        await archive.Archive(Assert.Single(await archive.FindOld(12, None)), None);
        RunAssert.Same(SampleRuns.Completed(8), await store.FindTrial(id, new TrialNumber(8), None));
        Assert.Equal([8], (await SqlRunStoreContract.Rows<TrialRow>(tables)).Select(t => t.TrialNumber));
    });

    private static FakeTimeProvider At(DateTime instant) => new(new DateTimeOffset(instant, TimeSpan.Zero));

    private static async Task Ended(SqlRunStore store, int number, RunState state, DateTime createdAt)
    {
        RunId id = SampleRuns.Run(number).Id;
        await store.CreateRun(SampleRuns.Run(number, createdAt), None);
        await store.FinishTrials(id, [SampleRuns.Completed(0), SampleRuns.Completed(1)], None);
        await store.FinishRun(id, new RunOutcome(state, "done", new TrialNumber(1), [new TrialNumber(1)], [], TimeSpan.FromSeconds(9)), None);
    }

    private Task WithStore(DatabaseKind kind, Func<DatabaseAddress, SqlRunStore, DatabaseConnections, Task> promise) => DatabasePromise.Keep(kind, output, async address =>
    {
        await using SqlRunStore store = await RunStores.Open(address, TimeProvider.System);
        await using DatabaseConnections tables = new(address);
        await promise(address, store, tables);
    });
}
