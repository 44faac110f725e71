namespace ForexE2E.Host.Failures;

/// <summary>What the process says to the shell when it ends; docs/commands.md lists the same numbers.</summary>
public enum ExitCode
{
    /// <summary>Done as asked.</summary>
    Success = 0,

    /// <summary>A defect of this program; please report it.</summary>
    Defect = 1,

    /// <summary>The command line, a value on it, or a parameter file is wrong.</summary>
    WrongUsage = 2,

    /// <summary>A market data file or a model is missing, unreadable, malformed or refused.</summary>
    BadData = 3,

    /// <summary>The database cannot be opened, read, written, or is of another schema.</summary>
    Database = 4,

    /// <summary>A run was refused or failed.</summary>
    RunFailed = 5,

    /// <summary>There is no feasible trial to show.</summary>
    NothingFeasible = 6,

    /// <summary>A replayed trial differs from what is stored.</summary>
    ReplayDiffers = 7,

    /// <summary>No coordinator of the cluster answered.</summary>
    ClusterSilent = 8,

    /// <summary>A node ended without being asked: given up by the cluster, or never a member. Start it again.</summary>
    NodeLost = 9,

    /// <summary>A component's output depends on data that came after it.</summary>
    LookAheadFound = 10,

    /// <summary>Interrupted by Ctrl+C or a request to terminate; an optimization can be resumed.</summary>
    Interrupted = 130,
}
