namespace ForexE2E.Strategy.Riskfolio;

/// <summary>Puts weights on a grid of 1e-8, inside their bounds, with the sum kept: the last bits of a solver must decide nothing.</summary>
internal static class WeightGrid
{
    private const double Steps = 1e8;

    public static void Round(double[] weights, in WeightBounds bounds)
    {
        long left = (long)Math.Round(bounds.Sum * Steps);
        for (int i = 0; i < weights.Length; i++)
        {
            double rounded = Math.Round(Math.Clamp(weights[i], bounds.Least, bounds.Greatest) * Steps);
            left -= (long)rounded;
            weights[i] = rounded / Steps;
        }

        // What rounding left over goes where it changes least, one asset after the other from the largest weight.
        foreach (int i in Enumerable.Range(0, weights.Length).OrderByDescending(i => weights[i]).ThenBy(i => i))
        {
            double wanted = weights[i] + (left / Steps);
            double taken = Math.Clamp(wanted, Math.Min(bounds.Least, weights[i]), Math.Max(bounds.Greatest, weights[i]));
            left -= (long)Math.Round((taken - weights[i]) * Steps);
            weights[i] = Math.Round(taken * Steps) / Steps;
            if (left == 0)
            {
                break;
            }
        }
    }
}
