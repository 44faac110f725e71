using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Sssd.Scaling;

/// <summary>
/// What a model sees of the past at a bar's close: 128 bars of return, its size and the bar's range, each in units of what was to be expected at its time of
/// day at today's volatility; and four numbers of longer memory. All clipped.
/// </summary>
internal static class ContextWindow
{
    /// <summary>Bars of the context.</summary>
    public const int Bars = 128;

    /// <summary>Numbers a bar.</summary>
    public const int Channels = 3;

    /// <summary>Numbers of longer memory.</summary>
    public const int Memories = 4;

    private const float MostMove = 8;
    private const float MostMemory = 4;
    private const float MeanSize = 0.8f;
    private const float MeanRange = 1.6f;

    /// <summary>Writes channels one after the other, each in the order of time; then the memories.</summary>
    public static void Write(BarSeries bars, ReturnScale scale, int bar, Span<float> window, Span<float> memories)
    {
        float volatility = scale.VolatilityAt(bar);
        for (int i = 0; i < Bars; i++)
        {
            int at = bar - Bars + 1 + i;
            float unit = volatility * scale.ProfileAt(bar, at - bar) * bars.Close[at - 1];
            float move = Math.Clamp((bars.Close[at] - bars.Close[at - 1]) / unit, -MostMove, MostMove);
            window[i] = move;
            window[Bars + i] = Math.Abs(move) - MeanSize;
            window[(2 * Bars) + i] = Math.Min((bars.High[at] - bars.Low[at]) / unit, MostMove) - MeanRange;
        }

        float slow = scale.SlowVolatilityAt(bar);
        memories[0] = 2 * (volatility - slow) / (volatility + slow);
        memories[1] = Since(bars, bar, 48, volatility);
        memories[2] = Since(bars, bar, 288, slow);
        memories[3] = Since(bars, bar, 1152, slow);
    }

    // Move of the last bars, in units of a random walk's over as many.
    private static float Since(BarSeries bars, int bar, int count, float volatility)
    {
        int span = Math.Min(count, bar);
        float move = ((float)bars.Close[bar] / bars.Close[bar - span]) - 1;
        return Math.Clamp(move / (volatility * MathF.Sqrt(span)), -MostMemory, MostMemory);
    }
}
