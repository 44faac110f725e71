namespace ForexE2E.Strategy.Decisions;

/// <summary>What is known when an entry fills at a bar's open.</summary>
public struct EntryContext
{
    /// <summary>The bar whose close gave the signal: nothing later may be looked at but the fill price.</summary>
    public int SignalBar { get; set; }

    public Side Side { get; set; }

    /// <summary>Fill price in points, costs of the fill included.</summary>
    public int EntryPoints { get; set; }

    /// <summary>Account cents that one micro-lot gains when the price rises by one point.</summary>
    public double CentsPerPoint { get; set; }

    /// <summary>Account cents of notional of one micro-lot at the fill price.</summary>
    public double NotionalCents { get; set; }

    public AccountView Account { get; set; }
}
