using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs.Rows;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace ForexE2E.Storage.Runs;

/// <summary>Writes trials, within a transaction that holds their run's row: so what is read here cannot change before the commit.</summary>
internal static class TrialWrites
{
    /// <summary>Inserts the trials that are not stored yet; the others are left as they are.</summary>
    public static async Task Add(DataConnection db, int runId, IReadOnlyList<Trial> trials, DateTime now, CancellationToken cancellation)
    {
        Dictionary<int, string> states = await StatesOf(db, runId, trials, cancellation);
        await Insert(db, runId, [.. Once(trials).Where(t => !states.ContainsKey(t.Number.Value))], now, cancellation);
    }

    /// <summary>Stores ends: new trials are inserted whole, stored ones brought to their end, ended ones left as they are.</summary>
    public static async Task Finish(DataConnection db, int runId, IReadOnlyList<Trial> trials, DateTime now, CancellationToken cancellation)
    {
        Dictionary<int, string> states = await StatesOf(db, runId, trials, cancellation);
        List<Trial> underway = [.. Once(trials).Where(t => states.TryGetValue(t.Number.Value, out string? state) && !TrialRows.Ended.Contains(state))];
        foreach (Trial trial in underway)
        {
            TrialRow row = TrialRows.TrialOf(runId, trial);
            await db.GetTable<TrialRow>()
                .Where(t => t.RunId == runId && t.TrialNumber == row.TrialNumber)
                .Set(t => t.State, row.State)
                .Set(t => t.Attempts, t => t.Attempts > row.Attempts ? t.Attempts : row.Attempts)
                .Set(t => t.ResultJson, row.ResultJson)
                .Set(t => t.Reason, row.Reason)
                .Set(t => t.WindowsRun, row.WindowsRun)
                .Set(t => t.CpuMicroseconds, row.CpuMicroseconds)
                .Set(t => t.FinishedAt, row.FinishedAt)
                .UpdateAsync(cancellation);
        }

        await InsertResults(db, runId, underway, now, cancellation);
        await Insert(db, runId, [.. Once(trials).Where(t => !states.ContainsKey(t.Number.Value))], now, cancellation);
    }

    public static async Task SaveAttempt(DataConnection db, RunId run, int runId, TrialNumber number, int attempt, CancellationToken cancellation)
    {
        if (TrialRows.Ended.Contains(await StateOf(db, run, runId, number, cancellation)))
        {
            return;
        }

        string running = ColumnText.Of(TrialState.Running);
        await db.GetTable<TrialRow>()
            .Where(t => t.RunId == runId && t.TrialNumber == number.Value && t.Attempts < attempt)
            .Set(t => t.Attempts, attempt)
            .Set(t => t.State, running)
            .UpdateAsync(cancellation);
    }

    /// <summary>Keeps the first result of a window; a trial that has ended takes none.</summary>
    public static async Task SaveWindow(
        DataConnection db, RunId run, int runId, TrialNumber number, WindowResult window, DateTime now, CancellationToken cancellation)
    {
        if (TrialRows.Ended.Contains(await StateOf(db, run, runId, number, cancellation)))
        {
            return;
        }

        bool known = await db.GetTable<WindowRow>()
            .AnyAsync(w => w.RunId == runId && w.TrialNumber == number.Value && w.WindowIndex == window.Index, cancellation);
        if (!known)
        {
            await db.InsertAsync(TrialRows.WindowOf(runId, number, window, now), token: cancellation);
        }
    }

    private static async Task Insert(DataConnection db, int runId, IReadOnlyList<Trial> trials, DateTime now, CancellationToken cancellation)
    {
        if (trials.Count == 0)
        {
            return;
        }

        await BulkInsert.Into(db, trials.Select(t => TrialRows.TrialOf(runId, t)), cancellation);
        await BulkInsert.Into(db, trials.SelectMany(t => TrialRows.ParametersOf(runId, t)), cancellation);
        await InsertResults(db, runId, trials, now, cancellation);
    }

    private static async Task InsertResults(DataConnection db, int runId, IEnumerable<Trial> trials, DateTime now, CancellationToken cancellation)
    {
        List<ResultRow> rows = [.. trials.Where(t => t.Result is not null).SelectMany(t => TrialRows.ResultsOf(runId, t, t.Result!, now))];
        if (rows.Count > 0)
        {
            await BulkInsert.Into(db, rows, cancellation);
        }
    }

    private static async Task<string> StateOf(DataConnection db, RunId run, int runId, TrialNumber number, CancellationToken cancellation) =>
        await db.GetTable<TrialRow>().Where(t => t.RunId == runId && t.TrialNumber == number.Value).Select(t => t.State).FirstOrDefaultAsync(cancellation)
        ?? throw new RunStoreException($"Run {run} has no trial {number}: it must be added before anything is stored about it.");

    private static Task<Dictionary<int, string>> StatesOf(DataConnection db, int runId, IReadOnlyList<Trial> trials, CancellationToken cancellation)
    {
        int least = trials.Min(t => t.Number.Value);
        int most = trials.Max(t => t.Number.Value);
        return db.GetTable<TrialRow>()
            .Where(t => t.RunId == runId && t.TrialNumber >= least && t.TrialNumber <= most)
            .ToDictionaryAsync(t => t.TrialNumber, t => t.State, cancellation);
    }

    private static IEnumerable<Trial> Once(IReadOnlyList<Trial> trials) => trials.DistinctBy(t => t.Number);
}
