namespace ForexE2E.Strategy.Ensemble.Learners;

/// <summary>Least squares on labels of 1 and -1 with an L2 penalty (Hoerl and Kennard 1970), in closed form.</summary>
internal static class RidgeRegression
{
    /// <summary>Penalty a row, on standardised features.</summary>
    public const double PenaltyPerRow = 0.1;

    public static LinearScore Fit(ReadOnlySpan<float[]> rows, ReadOnlySpan<int> labels)
    {
        int width = rows[0].Length;
        NormalEquations equations = new(width);
        for (int i = 0; i < rows.Length; i++)
        {
            equations.Add(rows[i], 1, labels[i]);
        }

        equations.Penalize(PenaltyPerRow * rows.Length, new double[width + 1]);
        return new LinearScore(equations.Solve());
    }
}
