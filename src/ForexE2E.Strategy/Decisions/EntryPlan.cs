namespace ForexE2E.Strategy.Decisions;

/// <summary>How to enter, said at the fill. The default value (no lots) does not enter.</summary>
public struct EntryPlan
{
    /// <summary>Thousands of units of the base currency; 0 or less: no trade.</summary>
    public int MicroLots { get; set; }

    /// <summary>Stop in points on the side that closes; 0 for none.</summary>
    public int StopPoints { get; set; }

    public ExitReason StopReason { get; set; }

    /// <summary>Target in points on the side that closes; 0 for none.</summary>
    public int TargetPoints { get; set; }

    /// <summary>What was forecast, for the trade record; null for nothing.</summary>
    public ForecastQuantiles? Forecast { get; set; }
}
