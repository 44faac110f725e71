namespace ForexE2E.Optimization.Pruners;

/// <summary>What all pruners share: the ledger, broken limits that no window can mend, and the count of windows saved.</summary>
public abstract class LedgerPruner : IPruner
{
    private readonly HashSet<int> _givenUp = [];

    /// <param name="objectives">Objectives of the run, 1 or more.</param>
    /// <param name="windows">Windows of a whole trial, 1 or more.</param>
    private protected LedgerPruner(int objectives, int windows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(objectives, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(windows, 1);
        Ledger = new WindowLedger(objectives, windows);
    }

    public WindowTally Tally => Ledger.Tally;

    private protected WindowLedger Ledger { get; }

    public void Report(WindowReport report) => Ledger.Report(report);

    public string? ReasonToPrune(int trial)
    {
        int run = Ledger.WindowsOf(trial);
        if (run == 0 || run >= Ledger.Windows)
        {
            return null;
        }

        // Until something feasible exists, how far limits are broken is what the sampler learns from.
        string? reason = Ledger.ViolationOf(trial) > 0 && Ledger.Completed.Any(t => Ledger.ViolationOf(t) == 0)
            ? FormattableString.Invariant($"After {run} of {Ledger.Windows} windows a limit is broken by {Ledger.ViolationOf(trial):0.###} and no later window can mend it.")
            : Judge(trial, run);
        if (reason is not null)
        {
            _givenUp.Add(trial);
        }

        return reason;
    }

    public void End(int trial, bool completed)
    {
        Ledger.End(trial, completed, _givenUp.Contains(trial));
        Forget(trial);
    }

    /// <summary>Forgets what only a trial under way needs.</summary>
    private protected virtual void Forget(int trial)
    {
        // The ledger itself keeps every trial: they are what later ones are compared with.
    }

    /// <summary>The reason of the particular pruner; null to go on.</summary>
    private protected abstract string? Judge(int trial, int run);
}
