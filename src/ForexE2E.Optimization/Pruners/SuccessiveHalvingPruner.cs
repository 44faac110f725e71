using ForexE2E.Optimization.Fronts;

namespace ForexE2E.Optimization.Pruners;

/// <summary>
/// Asynchronous successive halving (Li et al. 2020): at windows r, r x eta, r x eta^2 ... only the best 1/eta of the trials that came so far go on,
/// compared over the same windows. Several objectives: by how many others dominate a trial, and never while it is dominated
/// by none.
/// </summary>
public sealed class SuccessiveHalvingPruner : LedgerPruner
{
    private readonly Func<int, int> _firstRung;
    private readonly int _eta;

    /// <param name="firstRung">Windows before the first cut.</param>
    /// <param name="eta">One in eta goes on; 2 or more.</param>
    public SuccessiveHalvingPruner(int objectives, int windows, int firstRung = 5, int eta = 3)
        : this(objectives, windows, _ => firstRung, eta) => ArgumentOutOfRangeException.ThrowIfLessThan(firstRung, 1);

    /// <summary>A first rung of its own for every trial, as Hyperband's brackets want.</summary>
    internal SuccessiveHalvingPruner(int objectives, int windows, Func<int, int> firstRung, int eta)
        : base(objectives, windows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(eta, 2);
        (_firstRung, _eta) = (firstRung, eta);
    }

    private protected override string? Judge(int trial, int run)
    {
        int rung = _firstRung(trial);
        while (rung < run)
        {
            rung *= _eta;
        }

        double[]? own = Ledger.MeanOver(trial, trial);
        if (rung != run || own is null)
        {
            return null;
        }

        double[][] peers = [.. Ledger.Peers(trial).Select(p => p.Mean)];
        int better = peers.Count(p => IsBetter(p, own, peers));
        // The k-th of n goes on when k is within n / eta; with fewer than eta trials only a trial nobody beats.
        int passing = Math.Max(1, (peers.Length + 1) / _eta);
        return better >= passing && peers.Length + 1 >= _eta
            ? FormattableString.Invariant($"After {run} of {Ledger.Windows} windows {better} of {peers.Length} trials are better over the same windows; the best {passing} go on.")
            : null;
    }

    private bool IsBetter(double[] peer, double[] own, double[][] peers)
    {
        if (Ledger.Objectives == 1)
        {
            return peer[0] < own[0];
        }

        int ownDominators = peers.Count(p => Dominance.Dominates(p, own));
        return ownDominators > 0 && peers.Count(p => Dominance.Dominates(p, peer)) < ownDominators;
    }
}
