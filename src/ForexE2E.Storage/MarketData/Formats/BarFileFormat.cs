using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Formats;

/// <summary>A recognised format with its rules.</summary>
/// <param name="Name">Stable name for reports.</param>
internal sealed record BarFileFormat(string Name, RowLayout Layout)
{
    public PriceSide Side { get; init; } = PriceSide.Bid;

    /// <summary>Clock of the stamps, unless they state it or the user names one.</summary>
    public string Zone { get; init; } = "utc";

    public ZoneTrust Trust { get; init; } = ZoneTrust.Known;

    /// <summary>Whether the vendor is known to print an hour twice at the autumn clock change.</summary>
    public bool RepeatsHours { get; init; }

    /// <summary>Whether the vendor fills closed hours with flat bars.</summary>
    public bool FillsClosedHours { get; init; }

    /// <summary>Whether a spread of zero in every row means that none was recorded.</summary>
    public bool ZeroSpreadMeansNone { get; init; }

    /// <summary>Whether all printed decimals count, also zeros.</summary>
    public bool KeepsPrintedDecimals { get; init; }
}
