namespace ForexE2E.Cluster.Trials;

/// <summary>What a piece of work is for; its windows follow from it.</summary>
public enum WorkKind
{
    /// <summary>A trial of the search, on the in-sample windows.</summary>
    Trial,

    /// <summary>
    /// The chosen set once more on the windows of its trial: must give what the trial gave. In a per-regime run the sets of
    /// all regimes together; and the chosen trial of one regime once more, numbered by the regime.
    /// </summary>
    BestInSample,

    /// <summary>The chosen set, or the sets of all regimes together, on the windows held back.</summary>
    BestOutOfSample,

    /// <summary>The default set on the in-sample windows.</summary>
    DefaultsInSample,

    /// <summary>The default set on the windows held back.</summary>
    DefaultsOutOfSample,
}
