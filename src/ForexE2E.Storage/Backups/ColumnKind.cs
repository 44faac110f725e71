namespace ForexE2E.Storage.Backups;

/// <summary>What a column holds, whatever the database calls the type.</summary>
internal enum ColumnKind
{
    Whole,
    Long,
    Real,
    Text,
    Instant,
    Switch,
}
