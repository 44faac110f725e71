namespace ForexE2E.Strategy.Ensemble.Learners;

/// <summary>A weighted sum of features and a constant.</summary>
internal sealed class LinearScore(double[] weights)
{
    /// <summary>One weight a feature, the constant last.</summary>
    public ReadOnlySpan<double> Weights => weights;

    public double Of(ReadOnlySpan<float> row)
    {
        double sum = weights[^1];
        for (int c = 0; c < row.Length; c++)
        {
            sum += weights[c] * row[c];
        }

        return sum;
    }
}
