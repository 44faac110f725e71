using Microsoft.ML.Trainers.FastTree;

namespace ForexE2E.Strategy.Ensemble.Learners;

/// <summary>The sum of boosted trees in flat arrays: additions and comparisons only, so it is the same on every machine.</summary>
internal sealed class TreeScore
{
    private readonly int[] _roots;
    private readonly int[] _features;
    private readonly float[] _thresholds;
    private readonly int[] _lower;
    private readonly int[] _upper;
    private readonly double[] _leaves;
    private readonly double _bias;

    /// <param name="ensemble">Trees of numerical splits: a value not above the threshold goes to the left child; a child below 0 is the leaf ~child.</param>
    public TreeScore(RegressionTreeEnsemble ensemble)
    {
        List<int> roots = [], features = [], lower = [], upper = [];
        List<float> thresholds = [];
        List<double> leaves = [];
        for (int t = 0; t < ensemble.Trees.Count; t++)
        {
            RegressionTree tree = ensemble.Trees[t];
            (int node, int leaf) = (features.Count, leaves.Count);
            // A tree without a split is its first leaf alone.
            roots.Add(tree.NumberOfNodes == 0 ? ~leaf : node);
            features.AddRange(tree.NumericalSplitFeatureIndexes.Take(tree.NumberOfNodes));
            thresholds.AddRange(tree.NumericalSplitThresholds.Take(tree.NumberOfNodes));
            lower.AddRange(tree.LeftChild.Take(tree.NumberOfNodes).Select(c => c < 0 ? ~(leaf + ~c) : node + c));
            upper.AddRange(tree.RightChild.Take(tree.NumberOfNodes).Select(c => c < 0 ? ~(leaf + ~c) : node + c));
            leaves.AddRange(tree.LeafValues.Take(tree.NumberOfLeaves).Select(v => v * ensemble.TreeWeights[t]));
        }

        (_roots, _features, _thresholds) = ([.. roots], [.. features], [.. thresholds]);
        (_lower, _upper, _leaves, _bias) = ([.. lower], [.. upper], [.. leaves], ensemble.Bias);
    }

    public double Of(ReadOnlySpan<float> row)
    {
        double sum = _bias;
        foreach (int root in _roots)
        {
            int node = root;
            while (node >= 0)
            {
                node = row[_features[node]] <= _thresholds[node] ? _lower[node] : _upper[node];
            }

            sum += _leaves[~node];
        }

        return sum;
    }
}
