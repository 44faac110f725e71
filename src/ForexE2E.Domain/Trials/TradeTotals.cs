namespace ForexE2E.Domain.Trials;

/// <summary>Sums over trades; money in whole cents of the account currency. Costs paid are positive.</summary>
public sealed record TradeTotals
{
    public static TradeTotals None { get; } = new();

    public int Trades { get; init; }

    /// <summary>Trades with a net profit.</summary>
    public int Wins { get; init; }

    /// <summary>Trades with a net loss; what is neither is flat.</summary>
    public int Losses { get; init; }

    /// <summary>Sum of the net profits of winning trades.</summary>
    public long GrossProfitCents { get; init; }

    /// <summary>Sum of the net losses of losing trades, positive.</summary>
    public long GrossLossCents { get; init; }

    public long SpreadCents { get; init; }

    public long CommissionCents { get; init; }

    public long SlippageCents { get; init; }

    /// <summary>Paid is positive, earned negative.</summary>
    public long SwapCents { get; init; }

    /// <summary>Minutes positions were open, from the start of the entry bar to the end of the exit bar's part.</summary>
    public long HoldingMinutes { get; init; }
}
