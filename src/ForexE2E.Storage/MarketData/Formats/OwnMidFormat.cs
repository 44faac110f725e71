using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Formats;

/// <summary>
/// The benchmark's CSV: <c>time,open,high,low,close,spread,volume[,regime]</c>, mid prices, spread in points, UTC. The regime
/// column says which hidden state made a bar and is not read.
/// </summary>
internal sealed class OwnMidFormat : IBarFormat
{
    public BarFileFormat? Recognise(FirstLines lines)
    {
        ColumnNames names = lines.Header;
        return names.First == "time" && names.Has("open", "high", "low", "close", "spread", "volume") ? new BarFileFormat("forexe2e-mid-csv", new RowLayout
        {
            Separator = (byte)lines.Separator,
            Columns = names.Count,
            HeaderLine = lines.FirstNumber,
            Open = names.Find("open"),
            High = names.Find("high"),
            Low = names.Find("low"),
            Close = names.Find("close"),
            Volume = names.Find("volume"),
            Spread = names.Find("spread"),
            SpreadUnit = SpreadUnit.Points,
        })
        { Side = PriceSide.Mid } : null;
    }
}
