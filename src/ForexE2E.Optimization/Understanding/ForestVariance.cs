using ForexE2E.Domain.Randomness;

namespace ForexE2E.Optimization.Understanding;

/// <summary>
/// Main effects by functional ANOVA over a random forest (Hutter, Hoos and Leyton-Brown 2014): each tree's variance over the space, and
/// the variance of its marginal along each axis, as a share; the mean over the trees. A conditional axis is judged by a forest of
/// the trials in which it mattered.
/// </summary>
internal sealed class ForestVariance(TrialTable table, int objective, ulong seed)
{
    private const int Trees = 48;
    private const int Bins = 32;
    private readonly double[] _losses = [.. table.Trials.Select(t => t.Losses[objective])];

    public double[] MainEffects()
    {
        double[] shares = Effects([.. Enumerable.Range(0, table.Count)]);
        foreach (int axis in table.Axes.Conditional)
        {
            int[] live = [.. Enumerable.Range(0, table.Count).Where(i => table.Live[i][axis])];
            // Its share there, weighed by how often it mattered at all.
            shares[axis] = live.Length < ParameterImportance.LeastTrials ? 0 : Effects(live)[axis] * live.Length / table.Count;
        }

        double total = shares.Sum();
        return total > 1 ? [.. shares.Select(s => s / total)] : shares;
    }

    private double[] Effects(int[] rows)
    {
        double[] shares = new double[table.Axes.Count];
        int counted = 0;
        for (int t = 0; t < Trees; t++)
        {
            var luck = new SplitMix64(SeedOf.Mix(seed, (ulong)t, 4));
            int[] drawn = [.. Enumerable.Range(0, rows.Length).Select(_ => rows[luck.NextInt(rows.Length)])];
            counted += Add(new RegressionTree(table, _losses, drawn, luck).Leaves, shares) ? 1 : 0;
        }

        return [.. shares.Select(s => counted > 0 ? s / counted : 0)];
    }

    private bool Add(List<LeafBox> leaves, double[] shares)
    {
        double[] volumes = [.. leaves.Select(l => l.Volume())];
        double mean = leaves.Select((l, i) => l.Mean * volumes[i]).Sum();
        double variance = leaves.Select((l, i) => volumes[i] * (l.Mean - mean) * (l.Mean - mean)).Sum();
        if (!(variance > 1e-300))
        {
            return false;
        }

        for (int a = 0; a < shares.Length; a++)
        {
            shares[a] += Marginal(leaves, volumes, a, mean) / variance;
        }

        return true;
    }

    // Variance along one axis of the tree averaged over all others.
    private double Marginal(List<LeafBox> leaves, double[] volumes, int axis, double mean)
    {
        int bins = table.Axes[axis].IsUnordered ? table.Axes[axis].Cells : Bins;
        double variance = 0;
        for (int b = 0; b < bins; b++)
        {
            double at = 0;
            for (int l = 0; l < leaves.Count; l++)
            {
                at += leaves[l].Covers(axis, b, bins) ? leaves[l].Mean * volumes[l] / leaves[l].Side(axis) : 0;
            }

            variance += (at - mean) * (at - mean) / bins;
        }

        return variance;
    }
}
