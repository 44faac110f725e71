namespace ForexE2E.Optimization.Pruners;

/// <summary>
/// Whether a trial can still reach the front: against each completed trial its losses are paired window by window, the mean
/// difference of the windows to come is taken as optimistic as its standard error allows, and if the whole would still be worse
/// in every objective against one of them, it cannot. The mean loss over windows stands for the objective of the whole trial.
/// A window is paired once, so a judgement costs the same after the first window and after the last.
/// </summary>
internal sealed class FrontReach(WindowLedger ledger, double errors = 2)
{
    private const int LeastPairs = 4;

    private readonly Dictionary<int, Dictionary<int, PairedDifferences>> _pairs = [];

    /// <summary>The reason to give up; null while the front is in reach.</summary>
    public string? OutOfReach(int trial)
    {
        if (!_pairs.TryGetValue(trial, out Dictionary<int, PairedDifferences>? byMember))
        {
            _pairs[trial] = byMember = [];
        }

        foreach (int member in ledger.Completed)
        {
            if (ledger.ViolationOf(member) == 0 && StaysWorse(Paired(byMember, trial, member)))
            {
                return FormattableString.Invariant(
                    $"After {ledger.WindowsOf(trial)} of {ledger.Windows} windows even an optimistic completion is worse than trial {member} in every objective.");
            }
        }

        return null;
    }

    /// <summary>Forgets a trial that has ended.</summary>
    public void Forget(int trial) => _pairs.Remove(trial);

    private bool StaysWorse(PairedDifferences pairs)
    {
        if (pairs.Count < LeastPairs)
        {
            return false;
        }

        for (int j = 0; j < ledger.Objectives; j++)
        {
            if (!(pairs.Optimistic(j, ledger.Windows, errors) > 0))
            {
                return false;
            }
        }

        return true;
    }

    // Catches up with the windows the trial ran since the last look; a member that completed meanwhile is paired from the start.
    private PairedDifferences Paired(Dictionary<int, PairedDifferences> byMember, int trial, int member)
    {
        if (!byMember.TryGetValue(member, out PairedDifferences? pairs))
        {
            byMember[member] = pairs = new PairedDifferences(ledger.Objectives);
        }

        IReadOnlyList<int> order = ledger.OrderOf(trial);
        for (; pairs.Seen < order.Count; pairs.Seen++)
        {
            pairs.Add(ledger.At(trial, order[pairs.Seen]), ledger.At(member, order[pairs.Seen]));
        }

        return pairs;
    }
}
