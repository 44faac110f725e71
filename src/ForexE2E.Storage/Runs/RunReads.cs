using System.Collections.Immutable;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Runs.Json;
using ForexE2E.Storage.Runs.Rows;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace ForexE2E.Storage.Runs;

/// <summary>What is asked of the tables.</summary>
internal static class RunReads
{
    public static async Task<Run?> FindRun(DataConnection db, RunId runId, CancellationToken cancellation)
    {
        if (await FindRow(db, runId, cancellation) is not { } row)
        {
            return null;
        }

        RunDefinitionRow definition = await DefinitionOf(db, row, cancellation);
        // Trials before parameters: what is added in between then has parameters without a trial, which are passed over.
        List<TrialRow> trials = await db.GetTable<TrialRow>().Where(t => t.RunId == row.Id).ToListAsync(cancellation);
        IQueryable<ParameterRow> parameters = db.GetTable<ParameterRow>().Where(p => p.RunId == row.Id);
        return RunRows.ToRun(row, definition, await Join(runId, trials, trials.ToDictionary(t => t.TrialNumber, t => t.SeenJson), parameters, cancellation));
    }

    public static async Task<Trial?> FindTrial(DataConnection db, RunId runId, TrialNumber number, CancellationToken cancellation)
    {
        if (await FindRow(db, runId, cancellation) is not { } row)
        {
            return null;
        }

        List<TrialRow> trials = await db.GetTable<TrialRow>()
            .Where(t => t.RunId == row.Id && t.TrialNumber == number.Value).ToListAsync(cancellation);
        IQueryable<ParameterRow> parameters = db.GetTable<ParameterRow>()
            .Where(p => p.RunId == row.Id && p.TrialNumber == number.Value);
        Dictionary<int, string> seen = await SeenTexts(db, row.Id, trials, cancellation);
        return (await Join(runId, trials, seen, parameters, cancellation)).GetValueOrDefault(number);
    }

    /// <summary>What some trials of a run had seen, as it is written; with the texts it stands on, where it stands on any.</summary>
    public static async Task<Dictionary<int, string>> SeenTexts(DataConnection db, int runId, IReadOnlyList<TrialRow> trials, CancellationToken cancellation) =>
        trials.Any(t => SeenTrials.HasBasis(t.SeenJson))
            ? await db.GetTable<TrialRow>().Where(t => t.RunId == runId)
                .Select(t => new { t.TrialNumber, t.SeenJson }).ToDictionaryAsync(t => t.TrialNumber, t => t.SeenJson, cancellation)
            : trials.ToDictionary(t => t.TrialNumber, t => t.SeenJson);

    public static async Task<RunOutcome?> FindOutcome(DataConnection db, RunId runId, CancellationToken cancellation)
    {
        if (await FindRow(db, runId, cancellation) is not { } row || ColumnText.Parse<RunState>(row.Status) == RunState.Running)
        {
            return null;
        }

        RunDefinitionRow definition = await DefinitionOf(db, row, cancellation);
        List<int> front = await db.GetTable<ResultRow>()
            .Where(r => r.RunId == row.Id && r.IsParetoOptimal == true)
            .Select(r => r.TrialNumber).ToListAsync(cancellation);
        return RunRows.ToOutcome(row, definition, front);
    }

    public static async Task<IReadOnlyList<WindowResult>> FindWindows(
        DataConnection db, RunId runId, TrialNumber number, CancellationToken cancellation)
    {
        if (await FindRow(db, runId, cancellation) is not { } row)
        {
            return [];
        }

        var windows = await db.GetTable<WindowRow>()
            .Where(w => w.RunId == row.Id && w.TrialNumber == number.Value)
            .OrderBy(w => w.WindowIndex).Select(w => new { w.ResultJson, w.CpuMicroseconds }).ToListAsync(cancellation);
        return [.. windows.Select(w => TrialRows.ToWindow(w.ResultJson, w.CpuMicroseconds))];
    }

    public static async Task<IReadOnlyList<RunSummary>> ListRuns(DataConnection db, int limit, CancellationToken cancellation)
    {
        List<RunRow> rows = await db.GetTable<RunRow>()
            .OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id).Take(limit).ToListAsync(cancellation);
        int[] ids = [.. rows.Select(r => r.Id)];
        string[] ended = [.. TrialRows.Ended];
        Dictionary<int, int> finished = await db.GetTable<TrialRow>()
            .Where(t => ids.Contains(t.RunId) && ended.Contains(t.State))
            .GroupBy(t => t.RunId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return [.. rows.Select(r => RunRows.ToSummary(r, finished.GetValueOrDefault(r.Id)))];
    }

    public static Task<RunRow?> FindRow(DataConnection db, RunId runId, CancellationToken cancellation)
    {
        string uuid = runId.ToString();
        return db.GetTable<RunRow>().FirstOrDefaultAsync(r => r.RunUuid == uuid, cancellation);
    }

    private static async Task<RunDefinitionRow> DefinitionOf(DataConnection db, RunRow row, CancellationToken cancellation) =>
        await db.GetTable<RunDefinitionRow>().FirstOrDefaultAsync(d => d.RunId == row.Id, cancellation)
        ?? throw new RunStoreException($"Run {row.RunUuid} has no definition: another program wrote it. It can be listed, not loaded.");

    private static async Task<ImmutableSortedDictionary<TrialNumber, Trial>> Join(
        RunId runId, List<TrialRow> trials, Dictionary<int, string> seen, IQueryable<ParameterRow> parameters, CancellationToken cancellation)
    {
        Dictionary<int, ParameterValues> values = trials.ToDictionary(t => t.TrialNumber, t => new ParameterValues(runId, t.TrialNumber));
        var texts = parameters.Select(p => new { p.TrialNumber, p.Regime, p.Name, p.Value }).AsAsyncEnumerable();
        await foreach (var text in texts.WithCancellation(cancellation))
        {
            if (values.TryGetValue(text.TrialNumber, out ParameterValues? set))
            {
                set.Add(text.Regime, text.Name, text.Value);
            }
        }

        Dictionary<int, TrialOrder> orders = SeenTrials.ReadAll(seen);
        return trials.Select(t => TrialRows.ToTrial(t, values[t.TrialNumber], orders[t.TrialNumber])).ToImmutableSortedDictionary(t => t.Number, t => t);
    }
}
