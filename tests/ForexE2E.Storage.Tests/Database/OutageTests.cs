using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;
using ForexE2E.Testing.Contracts;
using Npgsql;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.Database;

/// <summary>
/// A database that takes nothing for a while: what it had acknowledged stays, what it refuses it refuses whole and says why, and the same
/// write succeeds once the cause is gone.
/// </summary>
public sealed class OutageTests(ITestOutputHelper output)
{
    private const int Most = 500;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly RunId Id = SampleRuns.Run(1).Id;

    [Fact]
    public async Task A_full_disk_is_named_and_loses_nothing()
    {
        using SmallDisk? disk = SmallDisk.Mount(4, output);
        if (disk is null)
        {
            return;
        }

        string ballast = Path.Combine(disk.Folder, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[1 << 20]);
        await using SqlRunStore store = await RunStores.Open(DatabaseAddress.Sqlite(Path.Combine(disk.Folder, "runs.db")), TimeProvider.System);
        await store.CreateRun(SampleRuns.Run(1), None);
        (int stored, RunStoreException? refusal) = await FinishUntilRefused(store);
        Assert.Contains("the disk is full", refusal?.Message, StringComparison.Ordinal);
        File.Delete(ballast);
        Assert.Equal(stored, (await store.FindRun(Id, None))!.Finished);
        await store.FinishTrials(Id, [SampleRuns.Completed(stored)], None);
        Assert.Equal(stored + 1, (await store.FindRun(Id, None))!.Finished);
    }

    [Fact]
    public async Task A_file_system_that_became_read_only_is_named_and_loses_nothing()
    {
        using SmallDisk? disk = SmallDisk.Mount(16, output);
        if (disk is null)
        {
            return;
        }

        DatabaseAddress address = DatabaseAddress.Sqlite(Path.Combine(disk.Folder, "runs.db"));
        await using (SqlRunStore store = await RunStores.Open(address, TimeProvider.System))
        {
            await store.CreateRun(SampleRuns.Run(1), None);
            await store.FinishTrials(Id, [SampleRuns.Completed(0)], None);
        }

        disk.SetReadOnly(true);
        RunStoreException refusal = await Assert.ThrowsAsync<RunStoreException>(() => RunStores.Open(address, TimeProvider.System));

        Assert.Contains("may be written to", refusal.Message, StringComparison.Ordinal);
        disk.SetReadOnly(false);
        await using SqlRunStore again = await RunStores.Open(address, TimeProvider.System);
        await again.FinishTrials(Id, [SampleRuns.Completed(1)], None);
        Assert.Equal(2, (await again.FindRun(Id, None))!.Finished);
    }

    [Fact]
    public async Task A_server_that_became_read_only_is_named_and_loses_nothing()
    {
        await using TestDatabase? database = await TestDatabase.Postgres(output);
        if (database is null)
        {
            return;
        }

        await using SqlRunStore store = await RunStores.Open(database.Address, TimeProvider.System);
        await store.CreateRun(SampleRuns.Run(1), None);
        await store.FinishTrials(Id, [SampleRuns.Completed(0)], None);
        // As a primary that became a replica, for whoever connects from now on.
        await SetReadOnly(database.Address, true);
        await using SqlRunStore late = await RunStores.OpenMigrated(DatabaseAddress.Parse($"postgres:{database.Address.ToDriver()};Application Name=late"), TimeProvider.System);
        RunStoreException refusal = await Assert.ThrowsAsync<RunStoreException>(() => late.FinishTrials(Id, [SampleRuns.Completed(1)], None));
        Assert.Contains("is read-only. Connect to the primary server.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await store.FindRun(Id, None))!.Finished);
        await SetReadOnly(database.Address, false);
        await store.FinishTrials(Id, [SampleRuns.Completed(1)], None);
        Assert.Equal(2, (await store.FindRun(Id, None))!.Finished);
    }

    [Fact]
    public async Task A_pool_without_a_free_connection_is_named_and_loses_nothing()
    {
        await using TestDatabase? database = await TestDatabase.Postgres(output);
        if (database is null)
        {
            return;
        }

        await RunStores.Open(database.Address, TimeProvider.System).ContinueWith(s => s.Result.CreateRun(SampleRuns.Run(1), None), TaskScheduler.Default).Unwrap();
        DatabaseAddress narrow = DatabaseAddress.Parse($"postgres:{database.Address.ToDriver()};Maximum Pool Size=1;Timeout=1");
        await using SqlRunStore store = await RunStores.OpenMigrated(narrow, TimeProvider.System);
        await using NpgsqlConnection other = new(database.Address.ToDriver());
        await other.OpenAsync();
        NpgsqlTransaction held = await other.BeginTransactionAsync();
        await using (NpgsqlCommand hold = new("SELECT id FROM optimization_runs FOR UPDATE", other, held))
        {
            await hold.ExecuteNonQueryAsync();
        }

        // This write waits for the run's row, with the only connection.
        Task waiting = store.FinishTrials(Id, [SampleRuns.Completed(0)], None);
        RunStoreException refusal = await Assert.ThrowsAsync<RunStoreException>(() => store.FindRun(Id, None));
        Assert.Contains("Maximum Pool Size", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot be reached", refusal.Message, StringComparison.Ordinal);
        await held.RollbackAsync();
        await waiting;
        Assert.Equal(1, (await store.FindRun(Id, None))!.Finished);
    }

    private static async Task<(int Stored, RunStoreException? Refusal)> FinishUntilRefused(SqlRunStore store)
    {
        for (int n = 0; n < Most; n++)
        {
            try
            {
                await store.FinishTrials(Id, [SampleRuns.Completed(n)], None);
            }
            catch (RunStoreException e)
            {
                return (n, e);
            }
        }

        return (Most, null);
    }

    private static async Task SetReadOnly(DatabaseAddress address, bool readOnly)
    {
        NpgsqlConnectionStringBuilder own = new(address.ToDriver());
        await using NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(own.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new($"ALTER DATABASE {own.Database} SET default_transaction_read_only = {(readOnly ? "on" : "off")}", connection);
        await command.ExecuteNonQueryAsync();
    }
}
