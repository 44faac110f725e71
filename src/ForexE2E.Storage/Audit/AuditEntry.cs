namespace ForexE2E.Storage.Audit;

/// <summary>Something that was done to a run, a deployment or the database itself.</summary>
/// <param name="At">UTC.</param>
/// <param name="Actor">Who: user and machine of the process that wrote it, such as "operator@coordinator-0".</param>
/// <param name="Action">What, such as "run created"; <see cref="AuditAction"/> lists all.</param>
/// <param name="Subject">To what, such as a run's id.</param>
/// <param name="Detail">In more words; null where there is nothing to add.</param>
public sealed record AuditEntry(DateTime At, string Actor, string Action, string Subject, string? Detail);
