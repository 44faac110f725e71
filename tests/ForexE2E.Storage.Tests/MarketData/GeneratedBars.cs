using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;

namespace ForexE2E.Storage.Tests.MarketData;

/// <summary>Bars made up for tests, and what a vendor with some clock would write of them.</summary>
internal static class GeneratedBars
{
    public static readonly Symbol EurUsd = Symbol.Parse("EURUSD");

    public static BarSeries Of(string timeframe, DateTime from, int days, string symbol = "EURUSD") =>
        SyntheticMarket.Generate(new Market(Symbol.Parse(symbol), Timeframe.Parse(timeframe)), from, from.AddDays(days), 1).Bars;

    /// <summary>MetaTrader 4 lines in a clock given as an offset by UTC minute.</summary>
    public static string[] AsMetaTrader4(BarSeries bars, Func<int, int> offset) =>
        [.. Enumerable.Range(0, bars.Count).Select(i => AsMetaTrader4(bars, i, offset(bars.StartMinutes[i])))];

    public static string AsMetaTrader4(BarSeries bars, int i, int offset)
    {
        Bar bar = bars[i];
        return FormattableString.Invariant($"{bar.Start.AddMinutes(offset):yyyy.MM.dd,HH:mm},{bar.Open:F5},{bar.High:F5},{bar.Low:F5},{bar.Close:F5},{bar.Volume}");
    }

    public static DateTime Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);
}
