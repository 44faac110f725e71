using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Formats;

/// <summary>
/// Our own CSV: <c>timestamp,open,high,low,close,volume[,spread]</c>, bid prices, spread in price units, stamps in UTC.
/// Price names may carry <c>mid_</c> or <c>ask_</c> in front when the prices are that side.
/// </summary>
internal sealed class OwnBidFormat : IBarFormat
{
    public BarFileFormat? Recognise(FirstLines lines)
    {
        ColumnNames names = lines.Header;
        if (names.First != "timestamp")
        {
            return null;
        }

        foreach ((string prefix, PriceSide side) in new[] { ("", PriceSide.Bid), ("bid_", PriceSide.Bid), ("mid_", PriceSide.Mid), ("ask_", PriceSide.Ask) })
        {
            if (names.Has(prefix + "open", prefix + "high", prefix + "low", prefix + "close"))
            {
                return new BarFileFormat("forexe2e-csv", Layout(lines, prefix)) { Side = side, KeepsPrintedDecimals = true };
            }
        }

        return null;
    }

    private static RowLayout Layout(FirstLines lines, string prefix) => new()
    {
        Separator = (byte)lines.Separator,
        Columns = lines.Header.Count,
        HeaderLine = lines.FirstNumber,
        Open = lines.Header.Find(prefix + "open"),
        High = lines.Header.Find(prefix + "high"),
        Low = lines.Header.Find(prefix + "low"),
        Close = lines.Header.Find(prefix + "close"),
        Volume = lines.Header.Find("volume"),
        Spread = lines.Header.Find("spread"),
    };
}
