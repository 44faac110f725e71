using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Testing.Markets;

/// <summary>
/// Bars of a random walk whose spread changes from calm to wild and back every <see cref="PhaseBars"/> bars, without weekends
/// (Friday 22:00 to Sunday 22:00 UTC). Equal arguments give equal bars.
/// </summary>
public static class WalkingBars
{
    /// <summary>Bars a phase; calm comes first.</summary>
    public const int PhaseBars = 240;

    /// <param name="calm">Standard deviation of a bar's return in basis points in calm phases.</param>
    /// <param name="wild">The same in wild phases.</param>
    public static BarSeries Make(ulong seed, int count, double calm, double wild, int minutes = 5, string symbol = "EURUSD")
    {
        SplitMix64 random = new(seed);
        int minute = (int)(new DateTime(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalMinutes;
        BarColumns columns = new()
        {
            StartMinutes = new int[count],
            Open = new int[count],
            High = new int[count],
            Low = new int[count],
            Close = new int[count],
        };
        double price = 110_000;
        for (int i = 0; i < count; i++)
        {
            double spread = (i / PhaseBars) % 2 == 0 ? calm : wild;
            columns.StartMinutes[i] = minute;
            Fill(columns, i, ref price, spread / 1e4 / 2, random);
            minute = SkipWeekend(minute + minutes);
        }

        Symbol pair = Symbol.Parse(symbol);
        return new BarSeries(pair, new Timeframe(minutes), 5, PriceSide.Bid, columns);
    }

    // Four steps of half the spread make one bar.
    private static void Fill(BarColumns columns, int i, ref double price, double step, SplitMix64 random)
    {
        int open = (int)price;
        (int high, int low) = (open, open);
        for (int k = 0; k < 4; k++)
        {
            price = Math.Clamp(price * (1 + (step * random.NextGaussian())), 30_000, 400_000);
            high = Math.Max(high, (int)price);
            low = Math.Min(low, (int)price);
        }

        (columns.Open[i], columns.High[i], columns.Low[i], columns.Close[i]) = (open, high, low, (int)price);
    }

    private static int SkipWeekend(int minute)
    {
        DateTime at = DateTime.UnixEpoch.AddMinutes(minute);
        bool isOver = at.DayOfWeek == DayOfWeek.Saturday || (at.DayOfWeek == DayOfWeek.Friday && at.Hour >= 22);
        return isOver ? (int)(at.Date.AddDays(at.DayOfWeek == DayOfWeek.Friday ? 2 : 1).AddHours(22) - DateTime.UnixEpoch).TotalMinutes : minute;
    }
}
