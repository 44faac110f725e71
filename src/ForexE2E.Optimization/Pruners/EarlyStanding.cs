using System.Collections.Immutable;
using ForexE2E.Optimization.Fronts;

namespace ForexE2E.Optimization.Pruners;

/// <summary>How a trial stands among completed ones when each had run the same first windows, by the losses over all of them.</summary>
/// <param name="Peers">Completed trials whose losses by then are known.</param>
/// <param name="Better">Those among them that were nowhere worse and somewhere better.</param>
internal readonly record struct EarlyStanding(int Peers, int Better)
{
    /// <summary>The standing after the trial's last window; null where its losses so far are not known.</summary>
    public static EarlyStanding? Of(WindowLedger ledger, int trial)
    {
        IReadOnlyList<int> order = ledger.OrderOf(trial);
        ImmutableArray<double> own = order.Count == 0 ? [] : ledger.SoFar(trial, order[^1]);
        if (own.IsEmpty)
        {
            return null;
        }

        int peers = 0;
        int better = 0;
        foreach (int other in ledger.Completed)
        {
            ImmutableArray<double> losses = ledger.SoFar(other, order[^1]);
            peers += losses.IsEmpty ? 0 : 1;
            better += !losses.IsEmpty && Dominance.Dominates(losses.AsSpan(), own.AsSpan()) ? 1 : 0;
        }

        return new EarlyStanding(peers, better);
    }
}
