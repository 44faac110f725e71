using System.Collections.Immutable;
using System.Globalization;
using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Formats;

/// <summary>All known formats, and which of them a file is written in.</summary>
internal static class BarFormats
{
    private static readonly ImmutableArray<IBarFormat> Known =
    [
        new OwnBidFormat(), new OwnMidFormat(), new MetaTraderRatesFormat(), new MetaTrader5Format(), new JForexFormat(),
        new MetaTrader4Format(), new HistDataFormat(), new LeanQuoteFormat(),
    ];

    /// <exception cref="MarketDataException">The file is in none of the known formats.</exception>
    public static BarFileFormat Detect(FileText text)
    {
        var lines = new FirstLines(text);
        foreach (IBarFormat format in Known)
        {
            if (format.Recognise(lines) is { } recognised)
            {
                return recognised;
            }
        }

        string first = lines.First[..Math.Min(100, lines.First.Length)];
        throw new MarketDataException(string.Create(CultureInfo.InvariantCulture,
            $"{text.Path}, line {lines.FirstNumber}: unknown columns '{first}'. Known are CSV with the header timestamp,open,high,low,close,volume[,spread] or time,open,high,low,close,spread,volume; HistData ASCII; MetaTrader 4 and 5 exports; Dukascopy/JForex CSV; QuantConnect LEAN quotes (see docs/data.md). Give the file one of these headers."));
    }
}
