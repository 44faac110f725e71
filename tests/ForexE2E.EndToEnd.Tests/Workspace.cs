using Microsoft.Data.Sqlite;

namespace ForexE2E.EndToEnd.Tests;

/// <summary>A folder with a database, and a look into it beside the program.</summary>
internal sealed class Workspace : IDisposable
{
    /// <summary>A market so short that a trial takes a fraction of a second: four windows tried, one or two held back.</summary>
    private static readonly string[] ShortMarket =
    [
        "--timeframe", "15m", "--from", "2024-01-01", "--to", "2024-02-19", "--train-days", "20", "--test-days", "5", "--min-trades", "1", "--seed", "5",
    ];

    public string Folder { get; } = Directory.CreateTempSubdirectory("forexe2e-end-").FullName;

    public string DatabaseFile => Path.Combine(Folder, "forexe2e.db");

    public Task<Ending> Run(params string[] arguments) => ForexProgram.Run(Folder, arguments);

    public Task<Ending> Optimize(int trials, int parallel, params string[] more) => Run(OptimizeLine(trials, parallel, more));

    public ForexProgram StartOptimize(int trials, int parallel, params string[] more) => ForexProgram.Start(Folder, OptimizeLine(trials, parallel, more));

    public long Count(string sql) => Convert.ToInt64(Rows(sql)[0][0], System.Globalization.CultureInfo.InvariantCulture);

    public List<string[]> Rows(string sql)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        using SqliteCommand command = new(sql, connection);
        using SqliteDataReader reader = command.ExecuteReader();
        List<string[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "null" : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture)!)]);
        }

        return rows;
    }

    /// <summary>Waits until the database holds that many finished trials, or the program has ended.</summary>
    /// <exception cref="OperationCanceledException">Neither came to be within minutes: the program hangs.</exception>
    public async Task AwaitFinished(int trials, ForexProgram program)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(5));
        while (!program.HasEnded && FinishedNow() < trials)
        {
            await Task.Delay(20, patience.Token);
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private long FinishedNow()
    {
        try
        {
            return File.Exists(DatabaseFile) ? Count("select count(*) from trials where finished_at is not null") : 0;
        }
        catch (SqliteException)
        {
            return 0; // The tables are not there yet, or the program is writing.
        }
    }

    private static string[] OptimizeLine(int trials, int parallel, params string[] more) =>
        ["optimize", .. ShortMarket, "--trials", trials.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "--parallel", parallel.ToString(System.Globalization.CultureInfo.InvariantCulture), "--json", .. more];
}
