using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;
using ForexE2E.Storage.Tests.Database;
using ForexE2E.Testing.Contracts;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.Runs;

public sealed class SqliteTablesTests(ITestOutputHelper output) : SqlRunStoreContract(output)
{
    protected override async Task WithDatabase(Func<DatabaseAddress, Task> promise)
    {
        await using TestDatabase database = TestDatabase.Sqlite();
        await promise(database.Address);
    }

    [Fact]
    public Task What_was_acknowledged_survives_the_death_of_the_process() => WithDatabase(async address =>
    {
        await using SqlRunStore store = await RunStores.Open(address, TimeProvider.System);
        Run run = SampleRuns.Run(1);
        await store.CreateRun(run, CancellationToken.None);
        await store.AddTrials(run.Id, [SampleRuns.Trial(0), SampleRuns.Trial(1)], CancellationToken.None);
        await store.FinishTrials(run.Id, [SampleRuns.Completed(0)], CancellationToken.None);

        // The files as they lie there while the store is open are what a killed process leaves behind.
        string grave = Path.Combine(Path.GetDirectoryName(address.File)!, "after-kill.db");
        foreach (string suffix in (string[])["", "-wal"])
        {
            File.Copy(address.File + suffix, grave + suffix);
        }

        await using SqlRunStore reopened = await RunStores.Open(DatabaseAddress.Sqlite(grave), TimeProvider.System);
        RunAssert.Same(run.With(SampleRuns.Completed(0)).With(SampleRuns.Trial(1)), await reopened.FindRun(run.Id, CancellationToken.None));
    });
}
