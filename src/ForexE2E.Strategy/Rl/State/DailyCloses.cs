using System.Collections.Immutable;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Rl.State;

/// <summary>
/// What each of five pairs closed at, trading day by trading day (17:00 New York; the days on which the traded pair has a bar).
/// A close is that of the last bar which had ended by then, so a pair without bars that day keeps its price.
/// </summary>
internal sealed class DailyCloses
{
    /// <summary>The traded pair first, then others.</summary>
    public const int Pairs = 5;

    private readonly int[] _days;
    private readonly double[] _returns;

    public DailyCloses(MarketData data)
    {
        ImmutableArray<BarSeries> universe = Universe(data) ?? throw new ArgumentException("The agent weighs five pairs: the traded one and four others.", nameof(data));
        _days = DaysOf(data.Bars);
        _returns = new double[_days.Length * Pairs];
        double[] closes = new double[_days.Length];
        for (int pair = 0; pair < Pairs; pair++)
        {
            FillCloses(universe[pair], closes);
            int first = Array.FindIndex(closes, c => c > 0);
            FirstReturn = Math.Max(FirstReturn, first < 0 ? _days.Length : first + 1);
            for (int day = first + 1; first >= 0 && day < _days.Length; day++)
            {
                // A logarithm's last bits differ between machines; a millionth of a percent decides nothing.
                _returns[(day * Pairs) + pair] = Math.Round(Math.Log(closes[day] / closes[day - 1]), 8);
            }
        }
    }

    public int Count => _days.Length;

    /// <summary>The first day on which every pair has a return.</summary>
    public int FirstReturn { get; }

    /// <summary>The traded pair and the first four others; null where there are fewer.</summary>
    public static ImmutableArray<BarSeries>? Universe(MarketData data)
    {
        ImmutableArray<BarSeries> others = [.. data.Pairs.Where(p => p.Count > 0 && p.Symbol != data.Bars.Symbol).DistinctBy(p => p.Symbol).Take(Pairs - 1)];
        return others.Length == Pairs - 1 ? [data.Bars, .. others] : null;
    }

    /// <summary>Logarithm of a day's close over the day before's, to 1e-8.</summary>
    public double Return(int day, int pair) => _returns[(day * Pairs) + pair];

    /// <summary>The instant at which a day's closes are known, UTC.</summary>
    public DateTime EndOf(int day) => DateTime.UnixEpoch.AddMinutes(NewYorkClock.EndOfTradingDay(_days[day]));

    /// <summary>Place of the trading day with a number; the next later one where the market had none.</summary>
    public int IndexOf(int tradingDay)
    {
        int found = Array.BinarySearch(_days, tradingDay);
        return found >= 0 ? found : ~found;
    }

    /// <summary>Number of the trading day in which a bar's last minute lies: by its end the whole bar is known.</summary>
    public static int DayOf(BarSeries bars, int bar) => NewYorkClock.TradingDay(bars.StartMinutes[bar] + bars.Timeframe.Minutes - 1);

    private static int[] DaysOf(BarSeries bars)
    {
        List<int> days = [];
        for (int bar = 0; bar < bars.Count; bar++)
        {
            int day = DayOf(bars, bar);
            if (days.Count == 0 || days[^1] != day)
                days.Add(day);
        }

        return [.. days];
    }

    private void FillCloses(BarSeries bars, double[] closes)
    {
        int next = 0;
        for (int day = 0; day < _days.Length; day++)
        {
            int end = NewYorkClock.EndOfTradingDay(_days[day]);
            while (next < bars.Count && bars.StartMinutes[next] + bars.Timeframe.Minutes <= end)
                next++;
            closes[day] = next == 0 ? 0 : bars.Close[next - 1];
        }
    }
}
