using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl;

/// <summary>Least and greatest weight of a pair.</summary>
internal readonly record struct WeightLimits(double Least, double Greatest)
{
    private const int Halvings = 60;

    /// <summary>Long only, nothing else.</summary>
    public static WeightLimits None { get; } = new(0, 1);

    /// <summary>
    /// One of the weights nearest to the given ones (in squares) within the limits and of sum one, or of the greatest sum the limits
    /// allow; the rest is cash.
    /// </summary>
    public double Apply(ReadOnlySpan<float> weights, int wanted)
    {
        double sum = Math.Min(1, DailyCloses.Pairs * Greatest);
        double low = Least - 1, high = Greatest;
        // All weights are moved alike and cut off at the limits; the sum rises with the move.
        for (int i = 0; i < Halvings; i++)
        {
            double move = (low + high) / 2, reached = 0;
            foreach (float weight in weights)
            {
                reached += Math.Clamp(weight + move, Least, Greatest);
            }

            (low, high) = reached < sum ? (move, high) : (low, move);
        }

        return Math.Clamp(weights[wanted] + high, Least, Greatest);
    }
}
