using ForexE2E.Strategy.Ensemble.Learners;

namespace ForexE2E.Strategy.Ensemble;

/// <summary>The three base learners fitted on the same rows: logistic regression, ridge regression, boosted trees.</summary>
internal sealed class BaseLearners
{
    /// <summary>Scores a row gets.</summary>
    public const int Count = 3;
    private readonly LinearScore _logistic;
    private readonly LinearScore _ridge;
    private readonly TreeScore _trees;

    public BaseLearners(float[][] rows, int[] labels, ulong seed)
    {
        _logistic = LogisticRegression.Fit(rows, labels, LogisticRegression.PenaltyPerRow * rows.Length);
        _ridge = RidgeRegression.Fit(rows, labels);
        _trees = BoostedTrees.Fit(rows, labels, seed);
    }

    /// <summary>The scores of a standardised row; 0 favours neither side.</summary>
    public void Score(ReadOnlySpan<float> row, Span<float> scores)
    {
        scores[0] = (float)_logistic.Of(row);
        scores[1] = (float)_ridge.Of(row);
        scores[2] = (float)_trees.Of(row);
    }
}
