using ForexE2E.Domain.Randomness;
using ForexE2E.Strategy.Sssd.Diffusion;
using ForexE2E.Strategy.Sssd.Scaling;

namespace ForexE2E.Strategy.Sssd;

/// <summary>Turns paths of scaled segments into returns as fractions of price, at any number of bars ahead.</summary>
internal static class HorizonReturns
{
    /// <summary>Cumulative return of each path. Within a segment it is a Brownian bridge between the knots.</summary>
    /// <param name="ahead">Bars, 1 to the last knot.</param>
    public static float[] At(ReadOnlySpan<float> paths, ReturnScale scale, int bar, int ahead)
    {
        int width = HorizonKnots.Ends.Length;
        int last = HorizonKnots.IndexAt(ahead);
        (int from, int to) = (HorizonKnots.StartOf(last), HorizonKnots.Ends[last]);
        double share = (double)(ahead - from) / (to - from);
        double bridge = scale.Expected(bar, from, to) * Math.Sqrt(share * (1 - share));
        float[] units = new float[last + 1];
        for (int k = 0; k <= last; k++)
        {
            units[k] = (float)(scale.Expected(bar, HorizonKnots.StartOf(k), HorizonKnots.Ends[k]) * (k == last ? share : 1));
        }

        float[] returns = new float[paths.Length / width];
        NormalTable.Fill(returns, (float)bridge, new SplitMix64(SeedOf.Mix((ulong)bar, (ulong)ahead, 38)));
        for (int i = 0; i < returns.Length; i++)
        {
            for (int k = 0; k <= last; k++)
            {
                returns[i] += units[k] * paths[(i * width) + k];
            }
        }

        return returns;
    }
}
