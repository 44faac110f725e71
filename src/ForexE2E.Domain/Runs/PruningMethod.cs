namespace ForexE2E.Domain.Runs;

/// <summary>How a run gives up on trials before their last window; a run without one runs every trial to its end.</summary>
public enum PruningMethod
{
    /// <summary>Worse than the median over the same windows; with several objectives, when the front is out of reach.</summary>
    Median,

    /// <summary>Asynchronous successive halving: at a few rungs only the best third goes on.</summary>
    Halving,

    /// <summary>Successive halving in brackets that begin to cut at different rungs.</summary>
    Hyperband,
}
