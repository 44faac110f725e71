using System.Collections.Immutable;

namespace ForexE2E.Strategy.Sizing;

/// <summary>The Kelly bet of a list of trades (Kelly 1956; Thorp 2006): f = W - (1 - W) / R, W the share of winners, R mean win over mean loss.</summary>
internal static class KellyCriterion
{
    /// <summary>With fewer trades nothing is estimated.</summary>
    public const int LeastTrades = 20;

    /// <summary>0 to 1; 0 without an edge; null with too few trades to say.</summary>
    public static double? Of(ImmutableArray<double> returns)
    {
        if (returns.Length < LeastTrades)
        {
            return null;
        }

        double won = 0, lost = 0;
        int wins = 0, losses = 0;
        foreach (double r in returns)
        {
            won += r > 0 ? r : 0;
            lost -= r < 0 ? r : 0;
            wins += r > 0 ? 1 : 0;
            losses += r < 0 ? 1 : 0;
        }

        if (wins == 0 || losses == 0)
        {
            return wins == 0 ? 0 : 1;
        }

        double share = (double)wins / (wins + losses);
        double payoff = won / wins / (lost / losses);
        return Math.Clamp(share - ((1 - share) / payoff), 0, 1);
    }
}
