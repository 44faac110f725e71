using ForexE2E.Storage.Audit;

namespace ForexE2E.Host.Json;

/// <summary>What 'audit list' prints, newest first.</summary>
internal sealed record AuditDocument(string Database, IReadOnlyList<AuditEntry> Entries) : Document("audit");
