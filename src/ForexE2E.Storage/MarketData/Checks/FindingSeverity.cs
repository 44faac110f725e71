namespace ForexE2E.Storage.MarketData.Checks;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Good to know; the file is used as it is.</summary>
    Info,

    /// <summary>Worth a look before results are believed.</summary>
    Warning,

    /// <summary>A backtest refuses the file.</summary>
    Error,
}
