using ForexE2E.Domain.Runs;
using ForexE2E.Storage.Database;
using LinqToDB;
using LinqToDB.Async;

namespace ForexE2E.Storage.Audit;

/// <summary>Who did what to which run, when; only ever added to.</summary>
public static class AuditTrail
{
    /// <summary>The newest entries first.</summary>
    /// <param name="subject">Only entries whose subject begins so, such as the first characters of a run's id; null: all.</param>
    /// <param name="since">Only entries from this instant on, UTC; null: all.</param>
    /// <exception cref="RunStoreException">The database cannot be read or has another schema.</exception>
    public static async Task<IReadOnlyList<AuditEntry>> Read(
        DatabaseAddress address, string? subject, DateTime? since, int limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        await new DatabaseSchema(address).EnsureCurrent(cancellation);
        await using DatabaseConnections database = new(address);
        return await database.Read(async (db, token) =>
        {
            IQueryable<AuditRow> rows = db.GetTable<AuditRow>();
            rows = subject is null ? rows : rows.Where(r => r.Subject.StartsWith(subject));
            rows = since is not { } start ? rows : rows.Where(r => r.At >= DateTime.SpecifyKind(start, DateTimeKind.Unspecified));
            List<AuditRow> found = await rows.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(limit).ToListAsync(token);
            return (IReadOnlyList<AuditEntry>)[.. found.Select(r => new AuditEntry(DateTime.SpecifyKind(r.At, DateTimeKind.Utc), r.Actor, r.Action, r.Subject, r.Detail))];
        }, cancellation);
    }
}
