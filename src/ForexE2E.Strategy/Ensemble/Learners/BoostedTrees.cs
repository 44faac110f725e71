using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace ForexE2E.Strategy.Ensemble.Learners;

/// <summary>
/// Gradient-boosted regression trees on labels of 1 and -1 (least-squares boosting, Friedman 2001), grown by ML.NET's
/// FastTree on one thread with a fixed seed. No sampling of rows or features: the seed decides nothing but ties.
/// </summary>
internal static class BoostedTrees
{
    public const int Trees = 24;
    public const int Leaves = 6;
    public const int LeastRowsPerLeaf = 40;
    public const double LearningRate = 0.08;
    public const int Bins = 32;

    public static TreeScore Fit(float[][] rows, int[] labels, ulong seed)
    {
        int small = (int)(seed & 0x3FFFFFFF);
        MLContext context = new(small);
        FastTreeRegressionTrainer.Options options = new()
        {
            NumberOfThreads = 1,
            NumberOfTrees = Trees,
            NumberOfLeaves = Leaves,
            MinimumExampleCountPerLeaf = LeastRowsPerLeaf,
            LearningRate = LearningRate,
            MaximumBinCountPerFeature = Bins,
            Seed = small,
            FeatureSelectionSeed = small,
            LabelColumnName = LabelledRowsView.Label,
            FeatureColumnName = LabelledRowsView.Features,
        };
        FastTreeRegressionModelParameters model = context.Regression.Trainers.FastTree(options).Fit(new LabelledRowsView(rows, labels)).Model;
        return new TreeScore(model.TrainedTreeEnsemble);
    }
}
