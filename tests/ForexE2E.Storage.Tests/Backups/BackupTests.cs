using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Audit;
using ForexE2E.Storage.Backups;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;
using ForexE2E.Storage.Tests.Database;
using ForexE2E.Testing.Contracts;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace ForexE2E.Storage.Tests.Backups;

public sealed class BackupTests(ITestOutputHelper output) : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly RunId Id = SampleRuns.Run(1).Id;

    private readonly string _folder = Directory.CreateTempSubdirectory("forexe2e-backup-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 31, 2, 0, 0, TimeSpan.Zero));

    public static TheoryData<DatabaseKind, DatabaseKind> Ways => new()
    {
        { DatabaseKind.Sqlite, DatabaseKind.Sqlite },
        { DatabaseKind.Sqlite, DatabaseKind.Postgres },
        { DatabaseKind.Postgres, DatabaseKind.Sqlite },
        { DatabaseKind.Postgres, DatabaseKind.Postgres },
    };

    public static TheoryData<DatabaseKind> Kinds => DatabasePromise.Kinds;

    [Theory]
    [MemberData(nameof(Ways))]
    public Task A_restored_database_reads_like_the_one_backed_up(DatabaseKind from, DatabaseKind to) =>
        DatabasePromise.Keep(from, output, source => DatabasePromise.Keep(to, output, async target =>
        {
            Run before = await Fill(source);
            (string path, BackupManifest made) = await Backup.Create(source, _folder, _time, None);
            Assert.EndsWith("forexe2e-backup-20260131T020000Z.zip", path, StringComparison.Ordinal);
            Assert.Equal(made.Rows, (await BackupFile.Verify(path, None)).Rows);
            await Restoration.Restore(path, target, _time, None);
            await using SqlRunStore store = await RunStores.OpenMigrated(target, TimeProvider.System);
            RunAssert.Same(before, await store.FindRun(Id, None));
            Assert.Equal([SampleRuns.Window(0)], await store.FindWindows(Id, new TrialNumber(0), None));
            Assert.Equal(new TrialNumber(1), (await store.FindOutcome(Id, None))!.Best);

            // Keys drawn from now on must not meet restored ones.
            await store.CreateRun(SampleRuns.Run(2), None);
            await store.AddTrials(SampleRuns.Run(2).Id, [SampleRuns.Trial(0)], None);
            Assert.Equal(2, (await store.ListRuns(10, None)).Count);
            Assert.Contains(await AuditTrail.Read(target, null, null, 10, None), e => e.Action == AuditAction.BackupRestored);
        }));

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Every_table_of_ours_is_in_a_backup(DatabaseKind kind) => DatabasePromise.Keep(kind, output, async address =>
    {
        await new DatabaseSchema(address).MigrateUp(None);
        DatabaseSize size = await DatabaseSize.Of(address, None);
        Assert.Equal(
            size.Rows.Keys.Where(t => t is not ("schema_versions" or "event_journal" or "snapshot_store" or "tags")),
            BackupTables.InOrder.Select(t => t.Table).Order(StringComparer.Ordinal));
        Assert.True(size.Bytes > 0);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task A_database_with_rows_is_refused_untouched(DatabaseKind kind) => DatabasePromise.Keep(kind, output, async address =>
    {
        Run before = await Fill(address);
        (string path, _) = await Backup.Create(address, _folder, _time, None);
        BackupException refusal = await Assert.ThrowsAsync<BackupException>(() => Restoration.Restore(path, address, _time, None));
        Assert.Contains("not empty", refusal.Message, StringComparison.Ordinal);
        await using SqlRunStore store = await RunStores.OpenMigrated(address, TimeProvider.System);
        RunAssert.Same(before, await store.FindRun(Id, None));
    });

    [Fact]
    public async Task A_damaged_backup_is_named_and_restores_nothing()
    {
        await using TestDatabase source = TestDatabase.Sqlite();
        await Fill(source.Address);
        (string path, _) = await Backup.Create(source.Address, _folder, _time, None);
        byte[] whole = await File.ReadAllBytesAsync(path);
        for (int cut = 1; cut < 8; cut++)
        {
            await File.WriteAllBytesAsync(path, whole[..(whole.Length * cut / 8)]);
            await Assert.ThrowsAsync<BackupException>(() => BackupFile.Verify(path, None));
        }

        for (int at = 200; at < whole.Length / 2; at += whole.Length / 9)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x5A;
            await File.WriteAllBytesAsync(path, damaged);
            await using TestDatabase target = TestDatabase.Sqlite();
            BackupException refusal = await Assert.ThrowsAsync<BackupException>(() => Restoration.Restore(path, target.Address, _time, None));
            Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
            Assert.False(File.Exists(target.Address.File));
        }
    }

    [Fact]
    public async Task A_backup_of_an_older_schema_is_brought_up_to_date()
    {
        await using TestDatabase source = TestDatabase.Sqlite();
        Run before = await Fill(source.Address);
        (string path, BackupManifest manifest) = await Backup.Create(source.Address, _folder, _time, None);
        await OlderBackup.Rewrite(path, manifest, 2026112302, ["optimization_runs_archive", "audit_log"], ("run_definitions", "regimes_json"));
        await using TestDatabase target = TestDatabase.Sqlite();
        await Restoration.Restore(path, target.Address, _time, None);
        await using SqlRunStore store = await RunStores.OpenMigrated(target.Address, TimeProvider.System);
        RunAssert.Same(before, await store.FindRun(Id, None));
    }

    [Fact]
    public async Task Old_backups_go_but_never_the_newest()
    {
        await using TestDatabase source = TestDatabase.Sqlite();
        await Fill(source.Address);
        string[] made = new string[3];
        for (int i = 0; i < made.Length; i++)
        {
            (made[i], _) = await Backup.Create(source.Address, _folder, _time, None);
            _time.Advance(TimeSpan.FromDays(60));
        }

        string foreign = Path.Combine(_folder, "forexe2e-backup-broken.zip");
        await File.WriteAllTextAsync(foreign, "not a backup");
        var (deleted, kept, unreadable) = await BackupFolder.Prune(_folder, 90, _time, None);
        Assert.Equal(made[..2], deleted.AsEnumerable());
        Assert.Equal(made[2..], kept.AsEnumerable());
        Assert.Equal([foreign], unreadable.AsEnumerable());
        _time.Advance(TimeSpan.FromDays(1000));
        Assert.Empty((await BackupFolder.Prune(_folder, 90, _time, None)).Deleted);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<Run> Fill(DatabaseAddress address)
    {
        await using SqlRunStore store = await RunStores.Open(address, TimeProvider.System);
        await store.CreateRun(SampleRuns.Run(1), None);
        await store.AddTrials(Id, [SampleRuns.Trial(0)], None);
        await store.SaveWindow(Id, new TrialNumber(0), SampleRuns.Window(0), None);
        await store.FinishTrials(Id, [SampleRuns.Completed(0), SampleRuns.Completed(1)], None);
        await store.FinishRun(Id, new RunOutcome(RunState.Completed, "done \"so\" \u00e9", new TrialNumber(1), [new TrialNumber(1)], [], TimeSpan.FromSeconds(9)), None);
        return (await store.FindRun(Id, None))!;
    }
}
