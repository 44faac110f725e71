namespace ForexE2E.Storage.MarketData.Formats;

/// <summary>How well a format knows the clock of its stamps.</summary>
internal enum ZoneTrust
{
    /// <summary>The vendor always writes this clock.</summary>
    Known,

    /// <summary>The clock depends on the broker's server; UTC is assumed unless the week's borders say otherwise.</summary>
    Assumed,

    /// <summary>The stamps are in the clock of whoever exported them; it must be told.</summary>
    Unknown,
}
