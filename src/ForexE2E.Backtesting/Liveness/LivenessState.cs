namespace ForexE2E.Backtesting.Liveness;

/// <summary>Whether a parameter can change what is traded on some bars.</summary>
public enum LivenessState
{
    /// <summary>It does, with all others at their default and its live-when condition met.</summary>
    Live,

    /// <summary>It does, but only from another base point than the defaults.</summary>
    LiveFromBase,

    /// <summary>No change was found.</summary>
    Dead,
}
