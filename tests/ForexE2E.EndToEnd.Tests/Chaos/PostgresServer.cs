using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace ForexE2E.EndToEnd.Tests.Chaos;

/// <summary>A PostgreSQL of the test's own, which may be stopped and started.</summary>
/// <param name="network">How the nodes reach it.</param>
internal sealed class PostgresServer(INetwork network) : IAsyncDisposable
{
    private const string Port = "54339";

    private string _connection = "";

    /// <summary>As --database wants it.</summary>
    public string Address => $"postgres:{(network.Server is { } server ? _connection.Replace("127.0.0.1", server.Address, StringComparison.Ordinal) : _connection)};Database=chaos";

    public static async Task<PostgresServer> Start(INetwork network)
    {
        PostgresServer server = new(network);
        await server.Run("stop");
        server._connection = (await server.Run("start")).Trim();
        await using NpgsqlConnection connection = new($"{server._connection};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using NpgsqlCommand command = new("CREATE DATABASE chaos", connection);
        await command.ExecuteNonQueryAsync();
        return server;
    }

    public Task Halt() => Run("halt");

    public Task GoOn() => Run("start");

    /// <summary>Rows of a query as texts; empty while the database is away.</summary>
    public async Task<List<string[]>> Rows(string sql)
    {
        List<string[]> rows = [];
        try
        {
            await using NpgsqlConnection connection = new($"{_connection};Database=chaos;Pooling=false;Timeout=5");
            await connection.OpenAsync();
            await using NpgsqlCommand command = new(sql, connection);
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? "")]);
            }
        }
        catch (NpgsqlException)
        {
            rows.Clear();
        }

        return rows;
    }

    public async ValueTask DisposeAsync() => await Run("stop");

    // What the server leaves behind inherits the script's output, so only files are safe to wait for.
    private async Task<string> Run(string verb)
    {
        string output = Path.GetTempFileName();
        ProcessStartInfo start = new("sh", ["-c", "exec \"$0\" \"$1\" > \"$OUT\" 2> \"$OUT.err\"", Path.Combine(Repository(), "tests", "postgres.sh"), verb]) { UseShellExecute = false };
        start.Environment["OUT"] = output;
        start.Environment["FOREXE2E_TEST_POSTGRES_PORT"] = Port;
        start.Environment["FOREXE2E_TEST_POSTGRES_LISTEN"] = network.Server?.Address ?? "";
        start.Environment["FOREXE2E_TEST_POSTGRES_TRUST"] = network.Server?.Range ?? "";
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync();
        string text = await File.ReadAllTextAsync(output);
        string error = await File.ReadAllTextAsync(output + ".err");
        File.Delete(output);
        File.Delete(output + ".err");
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"postgres.sh {verb} failed: {error}");
    }

    private static string Repository()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ForexE2E.Cluster.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must run from within the repository.");
        }

        return folder.FullName;
    }
}
