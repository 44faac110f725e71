namespace ForexE2E.Strategy.Decisions;

/// <summary>The account as a rule sees it; money in cents of the account currency.</summary>
public struct AccountView
{
    /// <summary>Realised money.</summary>
    public long BalanceCents { get; set; }

    /// <summary>Balance and open profit at the last close.</summary>
    public long EquityCents { get; set; }

    /// <summary>Equity at the end of the last trading day (the start balance on the first).</summary>
    public long DayStartEquityCents { get; set; }
}
