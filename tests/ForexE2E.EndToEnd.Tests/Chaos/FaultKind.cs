namespace ForexE2E.EndToEnd.Tests.Chaos;

/// <summary>What is done to a cluster while it works.</summary>
internal enum FaultKind
{
    /// <summary>kill -9 of a worker.</summary>
    KillWorker,

    /// <summary>kill -9 of the coordinator that conducts the run.</summary>
    KillOwner,

    /// <summary>SIGSTOP of any node for eight seconds, then SIGCONT.</summary>
    Pause,

    /// <summary>SIGTERM of any node.</summary>
    Terminate,

    /// <summary>The database is stopped at once, and started five seconds later.</summary>
    StopDatabase,

    /// <summary>One coordinator and one worker are cut off from the rest, for six seconds or for thirty-five, and joined again.</summary>
    Partition,
}
