namespace ForexE2E.Storage.Database;

/// <summary>The databases runs can be kept in.</summary>
public enum DatabaseKind
{
    /// <summary>One file, one process: the embedded mode.</summary>
    Sqlite,

    /// <summary>A server (13 or newer), any number of processes.</summary>
    Postgres,
}
