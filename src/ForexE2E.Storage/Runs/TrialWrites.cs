using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs.Json;
using ForexE2E.Storage.Runs.Rows;
using LinqToDB.Data;
using Npgsql;

namespace ForexE2E.Storage.Runs;

/// <summary>
/// Writes what happened to trials of one run, within a transaction that holds the run's row: so what is read here cannot change
/// before the commit.
/// </summary>
internal sealed class TrialWrites(DataConnection db, RunId run, HeldRun held, SeenBases bases, DateTime now)
{
    private const string SaveAttempt = "UPDATE trials SET attempts = $1, state = $2 WHERE run_id = $3 AND trial_number = $4 AND attempts < $1";

    private const string SaveEnd =
        "UPDATE trials SET state = $1, attempts = CASE WHEN attempts > $2 THEN attempts ELSE $2 END, result_json = $3, reason = $4, "
        + "windows_run = $5, cpu_us = $6, finished_at = $7 WHERE run_id = $8 AND trial_number = $9";

    private readonly List<Trial> _inserted = [];

    /// <summary>Trials that were not stored before; a basis for others once the transaction is committed.</summary>
    public IReadOnlyList<Trial> Inserted => _inserted;

    /// <summary>
    /// Inserts what is not stored yet, brings trials to their attempt and their end, keeps the first result of each window. Ended
    /// trials are left as they are.
    /// </summary>
    /// <exception cref="RunStoreException">An attempt or a window speaks of a trial that is not stored.</exception>
    public async Task Save(TrialChanges changes, CancellationToken cancellation)
    {
        IReadOnlyDictionary<TrialNumber, string> states = held.States;
        List<Trial> added = [.. Once(changes.Finished.Concat(changes.Added)).Where(t => !states.ContainsKey(t.Number))];
        HashSet<TrialNumber> open = [.. states.Where(s => !TrialRows.Ended.Contains(s.Value)).Select(s => s.Key)];
        List<Trial> ended = [.. Once(changes.Finished).Where(t => open.Contains(t.Number))];
        open.UnionWith(added.Select(t => t.Number));
        Demand(changes, number => open.Contains(number) || states.ContainsKey(number));
        HashSet<TrialNumber> closing = [.. changes.Finished.Select(t => t.Number)];
        bool isPostgres = await db.OpenDbConnectionAsync(cancellation) is NpgsqlConnection;
        RowStatement[] statements =
        [
            BulkInsert.Of(db, RowsOf(added)),
            .. ParameterWrites.Of(isPostgres, held.Id, added),
            Begun(changes.Attempts.Where(a => open.Contains(a.Number) && !closing.Contains(a.Number))),
            BulkInsert.OfNew(db, changes.Windows.Where(w => open.Contains(w.Number)).Select(w => TrialRows.WindowOf(held.Id, w.Number, w.Window, now))),
            Ended(ended),
            BulkInsert.Of(db, added.Concat(ended).Where(t => t.Result is not null).SelectMany(t => TrialRows.ResultsOf(held.Id, t, t.Result!, now))),
        ];
        await RowStatements.Run(db, statements, cancellation);
    }

    private List<TrialRow> RowsOf(List<Trial> trials)
    {
        List<TrialRow> rows = [];
        foreach (Trial trial in trials)
        {
            SeenBasis? basis = _inserted.LastOrDefault(t => t.Regime == trial.Regime) is { } last ? new SeenBasis(last.Number.Value, last.Seen) : bases.Find(run, trial.Regime);
            rows.Add(TrialRows.TrialOf(held.Id, trial, basis));
            _inserted.Add(trial);
        }

        return rows;
    }

    private RowStatement Begun(IEnumerable<TrialAttempt> attempts)
    {
        string running = ColumnText.Of(TrialState.Running);
        return new RowStatement(SaveAttempt, [.. attempts.Select(a => new object?[] { a.Attempt, running, held.Id, a.Number.Value })]);
    }

    private RowStatement Ended(IEnumerable<Trial> trials) => new(
        SaveEnd,
        [
            .. trials.Select(t => TrialRows.EndOf(held.Id, t)).Select(r =>
                new object?[] { r.State, r.Attempts, r.ResultJson, r.Reason, r.WindowsRun, r.CpuMicroseconds, r.FinishedAt, held.Id, r.TrialNumber }),
        ]);

    private void Demand(TrialChanges changes, Func<TrialNumber, bool> isKnown)
    {
        foreach (TrialNumber number in changes.Attempts.Select(a => a.Number).Concat(changes.Windows.Select(w => w.Number)).Where(n => !isKnown(n)))
        {
            throw new RunStoreException($"Run {run} has no trial {number}: it must be added before anything is stored about it.");
        }
    }

    /// <summary>The trials that changes are about; a number may come more than once.</summary>
    public static IEnumerable<TrialNumber> NumbersIn(TrialChanges changes) => changes.Added.Concat(changes.Finished).Select(t => t.Number)
        .Concat(changes.Attempts.Select(a => a.Number)).Concat(changes.Windows.Select(w => w.Number));

    private static IEnumerable<Trial> Once(IEnumerable<Trial> trials) => trials.DistinctBy(t => t.Number);
}
