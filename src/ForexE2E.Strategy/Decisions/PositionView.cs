namespace ForexE2E.Strategy.Decisions;

/// <summary>The open position as a rule sees it at a bar's close; <see cref="Side.None"/> when flat. Prices in points.</summary>
public struct PositionView
{
    public Side Side { get; set; }

    /// <summary>Thousands of units of the base currency.</summary>
    public int MicroLots { get; set; }

    /// <summary>The bar whose close gave the signal.</summary>
    public int SignalBar { get; set; }

    /// <summary>The bar at whose open it was entered.</summary>
    public int EntryBar { get; set; }

    /// <summary>Fill price.</summary>
    public int EntryPoints { get; set; }

    /// <summary>Stop in force, on the side that closes; 0 for none.</summary>
    public int StopPoints { get; set; }

    /// <summary>Target in force, on the side that closes; 0 for none.</summary>
    public int TargetPoints { get; set; }
}
