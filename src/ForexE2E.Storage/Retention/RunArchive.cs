using System.Text.Json;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Audit;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;
using ForexE2E.Storage.Runs.Json;
using ForexE2E.Storage.Runs.Rows;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace ForexE2E.Storage.Retention;

/// <summary>
/// Moves runs older than a year to optimization_runs_archive (specification 3.4): the run with its definition, end and best
/// set stays readable, its other trials go. Each run is one transaction, so an interrupted pass goes on where it stopped.
/// </summary>
public sealed class RunArchive
{
    private static readonly string Running = ColumnText.Of(RunState.Running);

    private readonly DatabaseAddress _address;
    private readonly TimeProvider _time;

    public RunArchive(DatabaseAddress address, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(time);
        (_address, _time) = (address, time);
    }

    /// <summary>Runs that began more than so many months ago, have ended and are not archived yet; oldest first.</summary>
    /// <exception cref="RunStoreException">The database cannot be read or has another schema.</exception>
    public async Task<IReadOnlyList<OldRun>> FindOld(int months, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        await new DatabaseSchema(_address).EnsureCurrent(cancellation);
        DateTime before = Instants.ToColumn(_time.GetUtcNow().UtcDateTime.AddMonths(-months));
        await using DatabaseConnections database = new(_address);
        return await database.Read(async (db, token) => (IReadOnlyList<OldRun>)await (
            from run in db.GetTable<RunRow>()
            where run.CreatedAt < before && run.Status != Running && !db.GetTable<ArchivedRunRow>().Any(a => a.Id == run.Id)
            orderby run.CreatedAt, run.Id
            select new OldRun(
                run.RunUuid,
                DateTime.SpecifyKind(run.CreatedAt, DateTimeKind.Utc),
                run.Status,
                db.GetTable<TrialRow>().Count(t => t.RunId == run.Id),
                db.GetTable<RegimeParametersRow>().Any(p => p.RunId == run.Id))).ToListAsync(token), cancellation);
    }

    /// <summary>Archives one run; one that runs or is archived already is left alone.</summary>
    /// <returns>Whether it was archived now.</returns>
    /// <exception cref="RunStoreException">The database cannot be written; nothing was changed.</exception>
    public async Task<bool> Archive(OldRun run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        await using DatabaseConnections database = new(_address);
        DateTime now = Instants.ToColumn(_time.GetUtcNow().UtcDateTime);
        return await database.Write(async (db, token) =>
        {
            // Takes hold of the row, so that no one resumes the run meanwhile.
            int held = await db.GetTable<RunRow>()
                .Where(r => r.RunUuid == run.RunId && r.Status != Running)
                .Set(r => r.Status, r => r.Status).UpdateAsync(token);
            bool isKnown = await db.GetTable<ArchivedRunRow>().AnyAsync(a => a.RunUuid == run.RunId, token);
            if (held == 0 || isKnown)
            {
                return false;
            }

            await Move(db, await db.GetTable<RunRow>().FirstAsync(r => r.RunUuid == run.RunId, token), now, token);
            return true;
        }, cancellation);
    }

    private static async Task Move(DataConnection db, RunRow run, DateTime now, CancellationToken cancellation)
    {
        RunDefinitionRow? definition = await db.GetTable<RunDefinitionRow>().FirstOrDefaultAsync(d => d.RunId == run.Id, cancellation);
        int trials = await db.GetTable<TrialRow>().CountAsync(t => t.RunId == run.Id, cancellation);
        string? best = await BestParameters(db, run.Id, definition?.BestTrial, cancellation);
        await db.InsertAsync(ArchivedRunRow.Of(run, definition, best, trials, now), token: cancellation);
        List<int> offered = await db.GetTable<RegimeParametersRow>()
            .Where(p => p.RunId == run.Id).Select(p => p.TrialNumber).Distinct().ToListAsync(cancellation);
        if (offered.Count == 0)
        {
            await db.GetTable<RunRow>().Where(r => r.Id == run.Id).DeleteAsync(cancellation);
        }
        else
        {
            await Thin(db, run.Id, offered, cancellation);
        }

        string detail = FormattableString.Invariant($"{trials} trials, {offered.Count} kept for regime_parameters");
        await AuditWrites.Add(db, AuditAction.RunArchived, run.RunUuid, detail, now, cancellation);
    }

    private static async Task Thin(DataConnection db, int run, List<int> kept, CancellationToken cancellation)
    {
        await Detach(db, run, kept, cancellation);
        await db.GetTable<ParameterRow>().Where(p => p.RunId == run && !kept.Contains(p.TrialNumber)).DeleteAsync(cancellation);
        await db.GetTable<ResultRow>().Where(r => r.RunId == run && !kept.Contains(r.TrialNumber)).DeleteAsync(cancellation);
        await db.GetTable<WindowRow>().Where(w => w.RunId == run && !kept.Contains(w.TrialNumber)).DeleteAsync(cancellation);
        await db.GetTable<TrialRow>().Where(t => t.RunId == run && !kept.Contains(t.TrialNumber)).DeleteAsync(cancellation);
    }

    // What a kept trial had seen may be told by way of a trial that goes: from now on it stands alone.
    private static async Task Detach(DataConnection db, int run, List<int> kept, CancellationToken cancellation)
    {
        List<TrialRow> trials = await db.GetTable<TrialRow>().Where(t => t.RunId == run && kept.Contains(t.TrialNumber)).ToListAsync(cancellation);
        Dictionary<int, TrialOrder> seen = SeenTrials.ReadAll(await RunReads.SeenTexts(db, run, trials, cancellation));
        foreach (TrialRow trial in trials.Where(t => SeenTrials.HasBasis(t.SeenJson)))
        {
            string alone = SeenTrials.Write(seen[trial.TrialNumber], null);
            await db.GetTable<TrialRow>().Where(t => t.RunId == run && t.TrialNumber == trial.TrialNumber).Set(t => t.SeenJson, alone).UpdateAsync(cancellation);
        }
    }

    private static async Task<string?> BestParameters(DataConnection db, int run, int? trial, CancellationToken cancellation)
    {
        if (trial is not { } number)
        {
            return null;
        }

        List<ParameterRow> rows = await db.GetTable<ParameterRow>()
            .Where(p => p.RunId == run && p.TrialNumber == number).OrderBy(p => p.Id).ToListAsync(cancellation);
        return rows.Count == 0 ? null : "{" + string.Join(',', rows.Select(Member)) + "}";
    }

    // Texts of numbers, switches and lists are JSON already.
    private static string Member(ParameterRow row) =>
        $"\"{row.Name}\":{(row.Type == "str" ? $"\"{JsonEncodedText.Encode(row.Value)}\"" : row.Value)}";
}
