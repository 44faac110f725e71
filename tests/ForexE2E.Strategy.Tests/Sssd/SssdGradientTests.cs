using ForexE2E.Domain.Randomness;
using ForexE2E.Strategy.Sssd.Training;

namespace ForexE2E.Strategy.Tests.Sssd;

public sealed class SssdGradientTests
{
    private const int Rows = 16;

    [Fact]
    public void The_gradient_is_that_of_finite_differences()
    {
        SssdBatch batch = Drawn(new SplitMix64(7));
        SssdWeights weights = SssdWeights.Start(3);
        SssdWeights slope = new();
        SssdGradient gradient = new(Rows);
        gradient.Add(weights, batch, slope);
        SplitMix64 luck = new(9);
        double agree = 0;
        double length = 0;
        double other = 0;
        for (int i = 0; i < 400; i++)
        {
            int at = luck.NextInt(SssdWeights.Count);
            float kept = weights.All[at];
            const float step = 2e-3f;
            weights.All[at] = kept + step;
            double above = gradient.Loss(weights, batch);
            weights.All[at] = kept - step;
            double below = gradient.Loss(weights, batch);
            weights.All[at] = kept;
            double numeric = (above - below) / (2 * step);
            agree += numeric * slope.All[at];
            length += numeric * numeric;
            other += (double)slope.All[at] * slope.All[at];
        }

        Assert.InRange(agree / Math.Sqrt(length * other), 0.999, 1.001);
        Assert.InRange(Math.Sqrt(length / other), 0.99, 1.01);
    }

    private static SssdBatch Drawn(SplitMix64 luck)
    {
        SssdBatch batch = new(Rows);
        foreach (float[] part in new[] { batch.Features, batch.Levels, batch.Noisy, batch.Target })
        {
            for (int i = 0; i < part.Length; i++)
            {
                part[i] = (float)luck.NextGaussian();
            }
        }

        for (int i = 0; i < Rows; i++)
        {
            batch.Keep[i] = i % 3 == 0 ? 0 : 1;
        }

        return batch;
    }
}
