namespace ForexE2E.Backtesting.Metrics;

/// <summary>
/// Counts and means of net trade profits, after all costs. A trade that is neither won nor lost is flat and counts as a trade.
/// </summary>
public sealed record TradeStatistics
{
    public required int Trades { get; init; }

    public required int Wins { get; init; }

    public required int Losses { get; init; }

    public int Flat => Trades - Wins - Losses;

    /// <summary>Sum of the profits of winning trades.</summary>
    public required double GrossProfit { get; init; }

    /// <summary>Sum of the losses of losing trades, positive.</summary>
    public required double GrossLoss { get; init; }

    /// <summary>Most losing trades in a row.</summary>
    public int LongestLosingStreak { get; init; }

    /// <summary>System quality number: sqrt(n) * mean / deviation with n-1 (Tharp); null with fewer than two trades or without variance.</summary>
    public double? SystemQuality { get; init; }

    /// <summary>Wins over all trades; null without trades.</summary>
    public double? WinRate => Trades > 0 ? (double)Wins / Trades : null;

    /// <summary>Gross profit over gross loss; null without a loss.</summary>
    public double? ProfitFactor => GrossLoss > 0 ? GrossProfit / GrossLoss : null;

    /// <summary>Mean net profit a trade; null without trades.</summary>
    public double? Expectancy => Trades > 0 ? (GrossProfit - GrossLoss) / Trades : null;

    /// <summary>Null without a win.</summary>
    public double? AverageWin => Wins > 0 ? GrossProfit / Wins : null;

    /// <summary>Positive; null without a loss.</summary>
    public double? AverageLoss => Losses > 0 ? GrossLoss / Losses : null;

    /// <summary>Mean win over mean loss; null without both.</summary>
    public double? PayoffRatio => AverageWin / AverageLoss;

    /// <summary>Expectancy over the mean loss; null without a loss.</summary>
    public double? ExpectancyInR => Expectancy / AverageLoss;

    public static TradeStatistics Of(ReadOnlySpan<double> netProfits)
    {
        int wins = 0, losses = 0, streak = 0, longest = 0;
        double profit = 0, loss = 0;
        foreach (double net in netProfits)
        {
            wins += net > 0 ? 1 : 0;
            losses += net < 0 ? 1 : 0;
            profit += Math.Max(0, net);
            loss -= Math.Min(0, net);
            streak = net < 0 ? streak + 1 : 0;
            longest = Math.Max(longest, streak);
        }

        return new TradeStatistics
        {
            Trades = netProfits.Length,
            Wins = wins,
            Losses = losses,
            GrossProfit = profit,
            GrossLoss = loss,
            LongestLosingStreak = longest,
            SystemQuality = SharpeRatio.PerPeriod(netProfits) * Math.Sqrt(netProfits.Length),
        };
    }
}
