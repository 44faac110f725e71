namespace ForexE2E.Optimization.Pruners;

/// <summary>
/// Median rule (Golovin et al. 2017) on equal market periods. One objective: a trial is given up when half of the completed trials
/// were better over the same windows. Several: when a quarter of them were better in every objective over the same windows, or
/// when even an optimistic completion stays dominated by a completed trial (<see cref="FrontReach"/>).
/// </summary>
/// <remarks>
/// Over the same windows means the losses over all of them taken together where they are reported, else their mean. A quarter: on
/// recorded runs of 200 trials a tenth saved half of the windows, a quarter a third, a half a sixth; a quarter lost no member of a front.
/// </remarks>
public sealed class MedianPruner : LedgerPruner
{
    private const double BetterInAll = 0.25;

    private readonly int _warmUp;
    private readonly int _leastTrials;
    private readonly FrontReach _reach;

    /// <param name="warmUp">Windows every trial may run unjudged.</param>
    /// <param name="leastTrials">Completed trials needed before any is given up.</param>
    public MedianPruner(int objectives, int windows, int warmUp = 5, int leastTrials = 5)
        : base(objectives, windows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(warmUp);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastTrials, 1);
        (_warmUp, _leastTrials) = (warmUp, leastTrials);
        _reach = new FrontReach(Ledger);
    }

    private protected override void Forget(int trial) => _reach.Forget(trial);

    private protected override string? Judge(int trial, int run)
    {
        if (run < _warmUp || Ledger.Completed.Count < _leastTrials)
        {
            return null;
        }

        EarlyStanding? standing = EarlyStanding.Of(Ledger, trial);
        if (standing is { Peers: var peers, Better: var better } && peers >= _leastTrials && better >= NeededBetter * peers)
        {
            return FormattableString.Invariant(
                $"After {run} of {Ledger.Windows} windows {better} of {peers} completed trials were better{(Ledger.Objectives > 1 ? " in every objective" : "")} over the same windows.");
        }

        return Ledger.Objectives > 1 ? _reach.OutOfReach(trial) : standing is null ? ByMeans(trial, run) : null;
    }

    private double NeededBetter => Ledger.Objectives > 1 ? BetterInAll : 0.5;

    private string? ByMeans(int trial, int run)
    {
        double[] peers = [.. Ledger.Completed.Select(t => Ledger.MeanOver(t, trial)).OfType<double[]>().Select(m => m[0]).Order()];
        double[]? own = Ledger.MeanOver(trial, trial);
        if (peers.Length < _leastTrials || own is null)
        {
            return null;
        }

        double median = 0.5 * (peers[(peers.Length - 1) / 2] + peers[peers.Length / 2]);
        return own[0] > median
            ? FormattableString.Invariant($"After {run} of {Ledger.Windows} windows the mean loss {own[0]:0.####} is worse than the median {median:0.####} of {peers.Length} trials over the same windows.")
            : null;
    }
}
