using ForexE2E.Strategy.Sssd.Encoding;

namespace ForexE2E.Strategy.Sssd.Training;

/// <summary>Mean of each feature and one over its deviation, from the examples that are learned from.</summary>
internal sealed record FeatureScale(float[] Means, float[] Factors)
{
    private const double LeastDeviation = 1e-4;

    public static FeatureScale Of(SssdExamples examples)
    {
        const int width = ContextFeatures.Width;
        double[] sums = new double[width];
        double[] squares = new double[width];
        for (int i = 0; i < examples.Features.Length; i++)
        {
            double value = examples.Features[i];
            sums[i % width] += value;
            squares[i % width] += value * value;
        }

        float[] means = new float[width];
        float[] factors = new float[width];
        for (int j = 0; j < width; j++)
        {
            double mean = sums[j] / examples.Count;
            means[j] = (float)mean;
            factors[j] = (float)(1 / Math.Max(LeastDeviation, Math.Sqrt(Math.Max(0, (squares[j] / examples.Count) - (mean * mean)))));
        }

        return new FeatureScale(means, factors);
    }
}
