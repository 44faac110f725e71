using ForexE2E.Domain.Runs;
using Npgsql;

namespace ForexE2E.Storage.Database;

/// <summary>Lets one process at a time change a schema: two that start together must not both create the tables.</summary>
internal static class MigrationLock
{
    // Any number does, as long as no other program on the server uses it: "forexe2e" in ASCII.
    private const long PostgresKey = 0x666f_7265_7865_3265;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits for the lock; disposing the result, or the death of the process, frees it.</summary>
    public static async Task<IAsyncDisposable> Take(DatabaseAddress address, CancellationToken cancellation) =>
        address.Kind == DatabaseKind.Postgres ? await TakePostgres(address, cancellation) : await TakeFile(address, cancellation);

    private static async Task<NpgsqlConnection> TakePostgres(DatabaseAddress address, CancellationToken cancellation)
    {
        // Unpooled, so that closing it ends the session and with it the lock.
        NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using NpgsqlCommand command = new("SELECT pg_advisory_lock(@key)", connection);
            command.Parameters.AddWithValue("key", PostgresKey);
            await command.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<FileStream> TakeFile(DatabaseAddress address, CancellationToken cancellation)
    {
        string path = address.File + ".migrating";
        for (TimeSpan waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(path) && waited < Patience)
            {
                await Task.Delay(Pause, cancellation);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new RunStoreException(
                    $"{address} cannot be written: no file can be created beside it. Check that its folder may be written to, or name another path.", e);
            }
        }
    }
}
