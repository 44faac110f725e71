using ForexE2E.Cluster.Messages;

namespace ForexE2E.Cluster.Runs;

/// <summary>What a conductor says to its coordinator. None of it travels.</summary>
internal static class ConductorProtocol
{
    /// <summary>The run has ended for now.</summary>
    /// <param name="StoreRefusal">Why its end could not be stored; null when it is.</param>
    public sealed record RunEnded(string? StoreRefusal) : ILocalMessage;

    /// <summary>Another coordinator has taken the run: this one must let go of it without a word to anybody.</summary>
    public sealed record RunLost : ILocalMessage;
}
