using System.Collections.Immutable;

namespace ForexE2E.Storage.Database;

/// <summary>How a database's schema stands to the one this program knows.</summary>
/// <param name="Versions">All steps known to the program or the database, ascending.</param>
/// <param name="Newest">The newest step this program knows.</param>
public sealed record SchemaStatus(ImmutableArray<SchemaVersion> Versions, long Newest)
{
    /// <summary>The newest step the database has; 0 when it is empty or does not exist yet.</summary>
    public long Current => Versions.Where(v => v.Applied).Select(v => v.Version).DefaultIfEmpty(0).Max();

    /// <summary>Nothing of ours is in the database.</summary>
    public bool IsAbsent => Current == 0;

    /// <summary>A newer program has migrated it; this one must not touch it.</summary>
    public bool IsNewer => Current > Newest;

    /// <summary>Steps are missing that this program knows.</summary>
    public bool IsOlder => Versions.Any(v => !v.Applied);

    public bool IsCurrent => !IsNewer && !IsOlder;

    public bool Equals(SchemaStatus? other) => other is not null && Newest == other.Newest && Versions.SequenceEqual(other.Versions);

    public override int GetHashCode() => HashCode.Combine(Newest, Current, Versions.Length);
}
