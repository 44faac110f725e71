using System.Collections.Immutable;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Riskfolio.Universe;

/// <summary>
/// Returns of the pairs of the universe by trading day (17:00 New York to 17:00), on the days the traded pair has bars. A bar belongs to the
/// day it ends in; a day's return is its last close over the last close known before it. A day without a bar of a pair leaves that
/// pair's price where it was. The return of a day is known once the day is over. Immutable.
/// </summary>
internal sealed class DailyReturns
{
    /// <summary>Most pairs: the traded one and four others.</summary>
    public const int MostPairs = 5;

    private readonly int[] _days;
    private readonly double[] _returns;
    private readonly bool[] _hasBar;

    public DailyReturns(MarketData data)
    {
        ImmutableArray<BarSeries> series = [data.Bars, .. OthersOf(data)];
        Pairs = [.. series.Select(s => s.Symbol)];
        _days = DaysOf(data.Bars);
        _returns = new double[_days.Length * Pairs.Length];
        _hasBar = new bool[_returns.Length];
        for (int i = 0; i < Pairs.Length; i++)
        {
            Fill(series[i], i);
        }
    }

    /// <summary>The traded pair first.</summary>
    public ImmutableArray<Symbol> Pairs { get; }

    /// <summary>Trading days of the traded pair, ascending; the last may be unfinished.</summary>
    public ReadOnlySpan<int> Days => _days;

    /// <summary>The pairs beside the traded one: the first four that were named, each symbol once.</summary>
    public static IEnumerable<BarSeries> OthersOf(MarketData data) =>
        data.Pairs.Where(p => p.Symbol != data.Bars.Symbol && p.Count > 0).DistinctBy(p => p.Symbol).Take(MostPairs - 1);

    /// <summary>The trading day in which a bar's last minute lies: by the end of that day the whole bar is known.</summary>
    public static int DayOf(BarSeries bars, int bar) => NewYorkClock.TradingDay(bars.StartMinutes[bar] + bars.Timeframe.Minutes - 1);

    /// <summary>Index of the first day at or after a trading day; the count of days when there is none.</summary>
    public int IndexAtOrAfter(int tradingDay)
    {
        int found = Array.BinarySearch(_days, tradingDay);
        return found >= 0 ? found : ~found;
    }

    /// <summary>Returns of all pairs on a day.</summary>
    public ReadOnlySpan<double> On(int index) => _returns.AsSpan(index * Pairs.Length, Pairs.Length);

    /// <summary>Whether a pair had a bar on a day.</summary>
    public bool HasBar(int index, int pair) => _hasBar[(index * Pairs.Length) + pair];

    private static int[] DaysOf(BarSeries bars)
    {
        List<int> days = [];
        for (int i = 0; i < bars.Count; i++)
        {
            int day = DayOf(bars, i);
            if (days.Count == 0 || day > days[^1])
            {
                days.Add(day);
            }
        }

        return [.. days];
    }

    private void Fill(BarSeries bars, int pair)
    {
        int before = 0, last = 0, bar = 0;
        for (int d = 0; d < _days.Length; d++)
        {
            bool hasBar = false;
            for (; bar < bars.Count && DayOf(bars, bar) is var day && day <= _days[d]; bar++)
            {
                last = bars.Close[bar];
                hasBar |= day == _days[d];
            }

            int cell = (d * Pairs.Length) + pair;
            _returns[cell] = before > 0 && last > 0 ? ((double)last / before) - 1 : 0;
            _hasBar[cell] = hasBar;
            before = last;
        }
    }
}
