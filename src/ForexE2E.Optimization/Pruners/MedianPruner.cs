namespace ForexE2E.Optimization.Pruners;

/// <summary>
/// Median rule (Golovin et al. 2017) on equal market periods: a trial is given up when its mean loss over its windows is worse than
/// the median of completed trials over the same windows. With several objectives: when even an optimistic completion stays
/// dominated by a completed trial (<see cref="FrontReach"/>).
/// </summary>
public sealed class MedianPruner : LedgerPruner
{
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

        if (Ledger.Objectives > 1)
        {
            return _reach.OutOfReach(trial);
        }

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
