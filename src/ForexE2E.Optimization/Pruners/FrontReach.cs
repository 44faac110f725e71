using System.Collections.Immutable;

namespace ForexE2E.Optimization.Pruners;

/// <summary>
/// Whether a trial can still reach the front: against each completed trial its losses are paired window by window, the mean
/// difference of the windows to come is taken as optimistic as its standard error allows, and if the whole would still be worse
/// in every objective against one of them, it cannot. The mean loss over windows stands for the objective of the whole trial.
/// </summary>
internal sealed class FrontReach(WindowLedger ledger, double errors = 2)
{
    private const int LeastPairs = 4;

    /// <summary>The reason to give up; null while the front is in reach.</summary>
    public string? OutOfReach(int trial)
    {
        foreach (int member in ledger.Completed)
        {
            if (ledger.ViolationOf(member) == 0 && StaysWorse(trial, member))
            {
                return FormattableString.Invariant(
                    $"After {ledger.WindowsOf(trial)} of {ledger.Windows} windows even an optimistic completion is worse than trial {member} in every objective.");
            }
        }

        return null;
    }

    private bool StaysWorse(int trial, int member)
    {
        for (int j = 0; j < ledger.Objectives; j++)
        {
            if (!(OptimisticDifference(trial, member, j) > 0))
            {
                return false;
            }
        }

        return true;
    }

    // Mean paired difference over all windows: those run as they are, those to come at the mean less some standard errors.
    private double OptimisticDifference(int trial, int member, int objective)
    {
        int n = 0;
        double sum = 0;
        double squares = 0;
        for (int w = 0; w < ledger.Windows; w++)
        {
            ImmutableArray<double> own = ledger.At(trial, w);
            ImmutableArray<double> other = ledger.At(member, w);
            if (!own.IsEmpty && !other.IsEmpty)
            {
                double d = own[objective] - other[objective];
                n++;
                sum += d;
                squares += d * d;
            }
        }

        if (n < LeastPairs)
        {
            return double.NegativeInfinity;
        }

        double mean = sum / n;
        double error = Math.Sqrt(Math.Max(0, (squares / n) - (mean * mean)) / (n - 1));
        double share = (double)n / ledger.Windows;
        return (share * mean) + ((1 - share) * (mean - (errors * error)));
    }
}
