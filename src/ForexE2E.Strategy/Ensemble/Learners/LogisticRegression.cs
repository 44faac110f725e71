namespace ForexE2E.Strategy.Ensemble.Learners;

/// <summary>Logistic regression with an L2 penalty by Newton's method (iteratively reweighted least squares; Hastie, Tibshirani and Friedman 2009, 4.4).</summary>
internal static class LogisticRegression
{
    /// <summary>Penalty a row, on standardised features.</summary>
    public const double PenaltyPerRow = 0.1;
    private const int MostSteps = 12;
    private const double Converged = 1e-7;

    /// <summary>Fits the log odds of label 1 against label -1.</summary>
    /// <param name="penalty">L2 penalty on the weights, the constant excepted.</param>
    public static LinearScore Fit(ReadOnlySpan<float[]> rows, ReadOnlySpan<int> labels, double penalty)
    {
        int width = rows[0].Length;
        double[] weights = new double[width + 1];
        LinearScore score = new(weights);
        NormalEquations equations = new(width);
        for (int step = 0; step < MostSteps; step++)
        {
            equations.Clear();
            for (int i = 0; i < rows.Length; i++)
            {
                double p = Probability(score.Of(rows[i]));
                equations.Add(rows[i], p * (1 - p), (labels[i] > 0 ? 1 : 0) - p);
            }

            equations.Penalize(penalty, weights);
            double[] change = equations.Solve();
            double largest = 0;
            for (int c = 0; c < weights.Length; c++)
            {
                weights[c] += change[c];
                largest = Math.Max(largest, Math.Abs(change[c]));
            }

            if (largest < Converged)
            {
                break;
            }
        }

        return score;
    }

    /// <summary>Probability of log odds.</summary>
    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
