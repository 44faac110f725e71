using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;
using Microsoft.Data.Sqlite;

namespace ForexE2E.Storage.Tests.Database;

/// <summary>A database that cannot be used is refused with its name and a remedy, and nothing is written.</summary>
public sealed class RefusedDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("forexe2e-test-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("symbol,open,high,low,close\nnot a database\n")]
    [InlineData("x")]
    public async Task A_file_that_is_no_database_is_refused_untouched(string content)
    {
        string path = Path.Combine(_folder, "bars.csv");
        await File.WriteAllTextAsync(path, content);
        await Refused(path, "is not a SQLite database");
        Assert.Equal(content, await File.ReadAllTextAsync(path));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_damaged_database_is_refused()
    {
        string path = Path.Combine(_folder, "runs.db");
        await File.WriteAllBytesAsync(path, [.. "SQLite format 3\0"u8, .. Enumerable.Repeat((byte)7, 5000)]);
        await Refused(path, "SQLite database");
    }

    [Fact]
    public Task A_folder_is_refused() => Refused(_folder, "is a folder");

    [Fact]
    public Task A_missing_folder_is_refused() => Refused(Path.Combine(_folder, "no", "such", "runs.db"), "does not exist");

    [Fact]
    public async Task A_place_that_cannot_be_written_is_refused()
    {
        if (OperatingSystem.IsLinux())
        {
            // Nobody, not even root, can create a file there.
            await Refused("/proc/self/forexe2e.db", "Check that its folder may be written to");
        }
    }

    [Fact]
    public async Task Another_programs_database_is_refused_untouched()
    {
        string path = Path.Combine(_folder, "bookmarks.db");
        await using (SqliteConnection connection = new($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync();
            await using SqliteCommand command = new("CREATE TABLE bookmarks (id INTEGER)", connection);
            await command.ExecuteNonQueryAsync();
        }

        byte[] before = await File.ReadAllBytesAsync(path);
        await Refused(path, "belongs to another program");
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named_without_the_password()
    {
        DatabaseAddress address = DatabaseAddress.Parse("postgres:Host=127.0.0.1;Port=1;Database=forex;Username=anna;Password=top-secret;Timeout=5");
        RunStoreException refusal = await Assert.ThrowsAsync<RunStoreException>(() => RunStores.Open(address, TimeProvider.System));
        Assert.Contains("PostgreSQL database forex at 127.0.0.1:1 cannot be reached", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("top-secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_for_the_status_creates_no_file()
    {
        string path = Path.Combine(_folder, "runs.db");
        Assert.True((await new DatabaseSchema(DatabaseAddress.Sqlite(path)).Status(CancellationToken.None)).IsAbsent);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    private static async Task Refused(string path, string reason)
    {
        RunStoreException refusal = await Assert.ThrowsAsync<RunStoreException>(() => RunStores.Open(DatabaseAddress.Sqlite(path), TimeProvider.System));
        Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }
}
