using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Randomness;
using ForexE2E.Strategy.Ensemble.Features;
using ForexE2E.Strategy.Ensemble.Learners;

namespace ForexE2E.Strategy.Ensemble;

/// <summary>
/// Base learners under a logistic meta-learner (stacking, Wolpert 1992), fitted on one train span. The meta-learner sees only
/// predictions out of fold; train bars are predicted by learners and a meta-learner that have not seen their block.
/// </summary>
internal sealed class StackedEnsemble
{
    /// <summary>With fewer labelled rows nothing is learned and every probability is one half.</summary>
    public const int LeastRows = 200;

    /// <summary>L2 penalty on the meta-learner's weights.</summary>
    public const double MetaPenalty = 2;
    private const double Grid = 1e6;
    private readonly FeatureTable _table;
    private readonly TrainingRows _rows;
    private readonly Fold[] _folds;
    private readonly BaseLearners[] _foldLearners;
    private readonly LinearScore[] _foldMeta;
    private readonly BaseLearners _learners;
    private readonly LinearScore _meta;

    private StackedEnsemble(FeatureTable table, TrainingRows rows, Fold[] folds, ulong seed, CancellationToken cancellation)
    {
        (_table, _rows, _folds) = (table, rows, folds);
        _foldLearners = [.. folds.Select((f, k) => FitOn(f.MayLearnFrom, SeedOf.Mix(seed, (ulong)k, 21), cancellation))];
        float[][] scores = ScoresOutOfFold();
        _foldMeta = [.. folds.Select(f => FitMeta(scores, f.MayLearnFrom))];
        _meta = FitMeta(scores, _ => true);
        _learners = FitOn(_ => true, SeedOf.Mix(seed, Fold.Count, 21), cancellation);
    }

    /// <summary>Fits on the bars of a train span; null when it holds too few labelled rows of either direction.</summary>
    public static StackedEnsemble? Fit(BarSeries bars, FeatureTable table, int first, int end, ulong seed, CancellationToken cancellation)
    {
        TrainingRows rows = TrainingRows.Gather(bars, table, first, end);
        Fold[] folds = Fold.Cut(first, end);
        bool isEnough = rows.Bars.Length >= LeastRows
            && folds.All(f => HasBoth(rows, f.MayLearnFrom) && HasBoth(rows, f.Holds));
        return isEnough ? new StackedEnsemble(table, rows, folds, seed, cancellation) : null;
    }

    /// <summary>Fills the probability of up for each bar from <paramref name="first"/> on, rounded to 1e-6; one half where features are undefined.</summary>
    public void Predict(int first, Span<float> probabilities)
    {
        Span<float> row = stackalloc float[_table.Width];
        Span<float> scores = stackalloc float[BaseLearners.Count];
        for (int i = 0; i < probabilities.Length; i++)
        {
            int bar = first + i;
            probabilities[i] = bar < _table.FirstDefined ? 0.5f : Predict(bar, row, scores);
        }
    }

    private float Predict(int bar, Span<float> row, Span<float> scores)
    {
        int fold = Fold.IndexOf(_folds, bar);
        _table.Read(bar, row);
        _rows.Standardize(row);
        (fold < 0 ? _learners : _foldLearners[fold]).Score(row, scores);
        double p = LogisticRegression.Probability((fold < 0 ? _meta : _foldMeta[fold]).Of(scores));
        return (float)(Math.Round(p * Grid) / Grid);
    }

    private BaseLearners FitOn(Predicate<int> takes, ulong seed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        int[] chosen = [.. Enumerable.Range(0, _rows.Bars.Length).Where(i => takes(_rows.Bars[i]))];
        return new BaseLearners([.. chosen.Select(i => _rows.Rows[i])], [.. chosen.Select(i => _rows.Labels[i])], seed);
    }

    private float[][] ScoresOutOfFold()
    {
        float[][] scores = [.. _rows.Rows.Select(_ => new float[BaseLearners.Count])];
        for (int i = 0; i < scores.Length; i++)
        {
            int bar = _rows.Bars[i];
            _foldLearners[Fold.IndexOf(_folds, bar)].Score(_rows.Rows[i], scores[i]);
        }

        return scores;
    }

    private LinearScore FitMeta(float[][] scores, Predicate<int> takes)
    {
        int[] chosen = [.. Enumerable.Range(0, scores.Length).Where(i => takes(_rows.Bars[i]))];
        float[][] rows = [.. chosen.Select(i => scores[i])];
        int[] labels = [.. chosen.Select(i => _rows.Labels[i])];
        return LogisticRegression.Fit(rows, labels, MetaPenalty);
    }

    private static bool HasBoth(TrainingRows rows, Predicate<int> takes)
    {
        int up = 0, all = 0;
        for (int i = 0; i < rows.Bars.Length; i++)
        {
            bool isTaken = takes(rows.Bars[i]);
            all += isTaken ? 1 : 0;
            up += isTaken && rows.Labels[i] > 0 ? 1 : 0;
        }

        return up > 0 && up < all;
    }
}
