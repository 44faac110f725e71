using ForexE2E.Storage.Database;

namespace ForexE2E.Host.Json;

/// <summary>What the 'migrate' commands print.</summary>
/// <param name="Current">0 when the database is empty or absent.</param>
/// <param name="Newest">What this program needs.</param>
internal sealed record SchemaDocument(string Database, long Current, long Newest, bool IsCurrent, IReadOnlyList<SchemaVersion> Versions) : Document("migrate")
{
    public static SchemaDocument Of(DatabaseAddress address, SchemaStatus status) =>
        new(address.ToString(), status.Current, status.Newest, status.IsCurrent, status.Versions);
}
