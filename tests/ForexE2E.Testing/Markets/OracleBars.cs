using System.Globalization;
using System.Text;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Testing.Markets;

/// <summary>
/// The reference bars: five-minute mid prices with gaps, weekends, spreads and a hidden regime, from integers only, so that
/// they are the same bit for bit everywhere.
/// </summary>
public sealed class OracleBars
{
    public const int DefaultCount = 150_000;
    public const ulong DefaultSeed = 20240903;

    private const int StepMinutes = 5;

    // Half range of a sub-tick in points, chance in 100 of one more point, and its sign.
    private static readonly (int Half, int Chance, int Sign)[] Regimes = [(10, 0, 0), (15, 20, 1), (15, 20, -1), (28, 0, 0)];

    private OracleBars(BarSeries series, byte[] regimes, int[] volumes)
    {
        (Series, HiddenRegimes, Volumes) = (series, regimes, volumes);
    }

    public BarSeries Series { get; }

    /// <summary>The state that made each bar, 0 to 3; no strategy may read it.</summary>
    public IReadOnlyList<byte> HiddenRegimes { get; }

    public IReadOnlyList<int> Volumes { get; }

    public static OracleBars Create(int count = DefaultCount, ulong seed = DefaultSeed)
    {
        SplitMix64 luck = new(seed);
        int[] starts = new int[count], open = new int[count], high = new int[count], low = new int[count], close = new int[count];
        int[] spread = new int[count], volumes = new int[count];
        byte[] regimes = new byte[count];
        DateTime time = new(2022, 1, 2, 22, 0, 0, DateTimeKind.Utc);
        int price = 113_000;
        byte regime = 0;
        for (int i = 0; i < count; i++)
        {
            bool isWeekend = time.DayOfWeek == DayOfWeek.Friday && time.Hour >= 21;
            time = isWeekend ? time.AddHours(49) : time;
            regime = Below(luck, 400) == 0 ? (byte)Below(luck, 4) : regime;
            price += isWeekend ? Between(luck, -80, 80) : Between(luck, -3, 3);
            (open[i], high[i], low[i]) = (price, price, price);
            for (int tick = 0; tick < 10; tick++)
            {
                price += SubTick(luck, regime);
                high[i] = Math.Max(high[i], price);
                low[i] = Math.Min(low[i], price);
            }

            close[i] = price;
            spread[i] = 8 + (2 * Below(luck, 3)) + (time.Hour is 20 or 21 or 22 ? 12 : 0) + (regime == 3 ? 4 : 0);
            volumes[i] = 50 + Below(luck, 200) + (time.Hour is >= 7 and < 17 ? 150 : 0);
            regimes[i] = regime;
            starts[i] = (int)(time - DateTime.UnixEpoch).TotalMinutes;
            time = time.AddMinutes(StepMinutes);
        }

        BarColumns columns = new()
        {
            StartMinutes = starts,
            Open = open,
            High = high,
            Low = low,
            Close = close,
            Spread = spread,
            Volume = [.. volumes.Select(v => (float)v)],
        };
        return new OracleBars(new BarSeries(Symbol.Parse("EURUSD"), new Timeframe(StepMinutes), 5, PriceSide.Mid, columns), regimes, volumes);
    }

    /// <summary>The text of the reference file: time,open,high,low,close,spread,volume,regime with line feeds.</summary>
    public string ToCsv()
    {
        StringBuilder text = new("time,open,high,low,close,spread,volume,regime\n", 70 * Series.Count);
        for (int i = 0; i < Series.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Series.StartOf(i):yyyy-MM-ddTHH:mm:ssZ},");
            text.Append(CultureInfo.InvariantCulture, $"{Price(Series.Open[i])},{Price(Series.High[i])},{Price(Series.Low[i])},{Price(Series.Close[i])},");
            text.Append(CultureInfo.InvariantCulture, $"{Series.Spread[i]},{Volumes[i]},{HiddenRegimes[i]}\n");
        }

        return text.ToString();
    }

    private static string Price(int points) => string.Create(CultureInfo.InvariantCulture, $"{points / 100_000}.{points % 100_000:00000}");

    private static int SubTick(SplitMix64 luck, byte regime)
    {
        (int half, int chance, int sign) = Regimes[regime];
        int step = Between(luck, -half, half);
        return chance > 0 && Below(luck, 100) < chance ? step + sign : step;
    }

    private static int Below(SplitMix64 luck, int count) => (int)(luck.NextUInt64() % (ulong)count);

    private static int Between(SplitMix64 luck, int low, int high) => low + Below(luck, high - low + 1);
}
