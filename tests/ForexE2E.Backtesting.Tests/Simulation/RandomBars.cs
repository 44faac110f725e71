using CsCheck;
using ForexE2E.Domain.Markets;
using ForexE2E.Testing.Markets;

namespace ForexE2E.Backtesting.Tests.Simulation;

/// <summary>Small hostile series: big gaps, zero ranges, ties, weekends, even spreads.</summary>
internal static class RandomBars
{
    private static readonly Gen<int> Gap = Gen.Frequency((6, Gen.Int[-3, 3]), (1, Gen.Int[-400, 400]));
    private static readonly Gen<int> Reach = Gen.Frequency((2, Gen.Const(0)), (6, Gen.Int[0, 40]));
    private static readonly Gen<int> Minutes = Gen.Frequency((12, Gen.Const(5)), (1, Gen.Int[6, 4_500]));
    private static readonly Gen<(int Gap, int Body, int Up, int Down, int Spread, int Minutes)> One =
        Gen.Select(Gap, Gen.Int[-30, 30], Reach, Reach, Gen.Int[0, 12], Minutes);

    public static Gen<BarSeries> Of(int least, int most) => One.Array[least, most].Select(Build);

    private static BarSeries Build((int Gap, int Body, int Up, int Down, int Spread, int Minutes)[] steps)
    {
        BarsBuilder builder = new();
        DateTime time = new(2022, 1, 2, 22, 0, 0, DateTimeKind.Utc);
        int price = 113_000;
        foreach ((int gap, int body, int up, int down, int spread, int minutes) in steps)
        {
            int open = price + gap;
            price = open + body;
            builder.At(time).Bar(open, Math.Max(open, price) + up, Math.Min(open, price) - down, price, 2 * spread);
            time = time.AddMinutes(minutes);
        }

        return builder.Build();
    }
}
