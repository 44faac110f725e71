using ForexE2E.Domain.Randomness;
using ForexE2E.Learning.Algebra;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl.Ppo;

/// <summary>
/// Weights are the softmax of five normals (a logistic-normal policy): the actor gives their means, five learned numbers the logarithms of
/// their deviations. Trading takes the softmax of the means.
/// </summary>
internal static class WeightPolicy
{
    /// <summary>Logarithms of deviations stay within these.</summary>
    public const float LeastLog = -3;

    public const float GreatestLog = 0.5f;

    private const float Grid = 65536;

    /// <summary>Long-only weights of sum 1.</summary>
    public static void Softmax(ReadOnlySpan<float> logits, Span<float> weights)
    {
        float top = float.NegativeInfinity, sum = 0;
        foreach (float logit in logits)
            top = Math.Max(top, logit);
        for (int i = 0; i < logits.Length; i++)
            weights[i] = logits[i] - top;
        Curves.Exp(weights, weights);
        foreach (float weight in weights)
            sum += weight;
        for (int i = 0; i < weights.Length; i++)
            weights[i] /= sum;
    }

    /// <summary>Softmax of the means on the grid of 2^-16, the form in which weights decide.</summary>
    public static void Decide(ReadOnlySpan<float> logits, Span<float> weights)
    {
        Softmax(logits, weights);
        foreach (ref float weight in weights)
            weight = MathF.Round(weight * Grid) / Grid;
    }

    /// <summary>Draws five normals around the means.</summary>
    public static void Draw(ReadOnlySpan<float> means, ReadOnlySpan<float> deviations, SplitMix64 luck, Span<float> action)
    {
        for (int i = 0; i < DailyCloses.Pairs; i++)
            action[i] = means[i] + (deviations[i] * (float)luck.NextGaussian());
    }

    /// <summary>Logarithm of the density, without the constant.</summary>
    public static float LogDensity(ReadOnlySpan<float> action, ReadOnlySpan<float> means, ReadOnlySpan<float> logs, ReadOnlySpan<float> deviations)
    {
        float sum = 0;
        for (int i = 0; i < DailyCloses.Pairs; i++)
        {
            float z = (action[i] - means[i]) / deviations[i];
            sum -= (0.5f * z * z) + logs[i];
        }

        return sum;
    }
}
