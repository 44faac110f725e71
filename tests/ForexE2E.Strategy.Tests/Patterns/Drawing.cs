using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Strategy.Tests.Patterns;

/// <summary>A price path drawn with a ruler: corners at bars, in heights above a base price, straight lines between.</summary>
internal sealed record Drawing
{
    private const int BasePrice = 110_000;

    /// <summary>Corners: bar and heights above the base; the last one ends the series.</summary>
    public required (int Bar, double Level)[] Corners { get; init; }

    /// <summary>Points a height.</summary>
    public int Height { get; init; } = 200;

    /// <summary>Multiplies every price, base included.</summary>
    public int Scale { get; init; } = 1;

    public bool Mirrored { get; init; }

    /// <summary>Largest deviation of a close, in heights.</summary>
    public double Noise { get; init; }

    public ulong Seed { get; init; }

    /// <summary>Volume by bar; null draws none.</summary>
    public Func<int, float>? Volume { get; init; }

    public static int PriceOf(double level, int height = 200) => BasePrice + (int)Math.Round(level * height);

    /// <summary>This drawing followed by other corners from its n-th corner on.</summary>
    public Drawing Ending(int cornersKept, params (int Bar, double Level)[] tail) => this with { Corners = [.. Corners.Take(cornersKept), .. tail] };

    public BarSeries ToBars()
    {
        SplitMix64 random = new(Seed);
        int[] closes = [.. Enumerable.Range(0, Corners[^1].Bar + 1).Select(bar => CloseAt(bar, random))];
        int[] opens = [.. closes.Select((c, i) => i == 0 ? c : closes[i - 1])];
        return new BarSeries(Symbol.Parse("EURUSD"), Timeframe.Parse("5m"), 5, PriceSide.Bid, new BarColumns
        {
            StartMinutes = [.. closes.Select((_, i) => 25_000_000 + (5 * i))],
            Open = opens,
            High = [.. closes.Select((c, i) => Math.Max(c, opens[i]) + Scale)],
            Low = [.. closes.Select((c, i) => Math.Min(c, opens[i]) - Scale)],
            Close = closes,
            Volume = Volume is null ? null : [.. closes.Select((_, i) => Volume(i))],
        });
    }

    private int CloseAt(int bar, SplitMix64 random)
    {
        int next = Math.Max(1, Array.FindIndex(Corners, c => c.Bar >= bar));
        ((int bar0, double level0), (int bar1, double level1)) = (Corners[next - 1], Corners[next]);
        double level = level0 + ((level1 - level0) * (bar - bar0) / (bar1 - bar0)) + (Noise * ((2 * random.NextDouble()) - 1));
        int points = (int)Math.Round(level * Height);
        return (BasePrice + (Mirrored ? -points : points)) * Scale;
    }
}
