namespace ForexE2E.Optimization.Understanding;

/// <summary>
/// PED-ANOVA (Watanabe, Bansal and Hutter 2023): the Pearson divergence between the spread of the best trials and of all trials along
/// each axis, on smoothed bins, normalised to sum to one. What chance alone would give is taken off.
/// </summary>
internal static class PearsonDivergence
{
    private const int Bins = 10;

    public static double[] Of(TrialTable table, int objective, double bestShare)
    {
        int[] order = [.. Enumerable.Range(0, table.Count).OrderBy(i => table.Trials[i].Violation).ThenBy(i => table.Trials[i].Losses[objective]).ThenBy(i => i)];
        int best = Math.Clamp((int)Math.Ceiling(bestShare * table.Count), 5, table.Count);
        double[] divergence = [.. Enumerable.Range(0, table.Axes.Count).Select(a => Along(table, a, order, best))];
        double total = divergence.Sum();
        return total > 0 ? [.. divergence.Select(d => d / total)] : divergence;
    }

    private static double Along(TrialTable table, int axis, int[] order, int best)
    {
        int bins = table.Axes[axis].IsUnordered ? table.Axes[axis].Cells : Math.Min(Bins, table.Axes[axis].Cells);
        double[] good = new double[bins];
        double[] all = new double[bins];
        for (int k = 0; k < order.Length; k++)
        {
            int i = order[k];
            if (!table.Live[i][axis])
            {
                continue;
            }

            int bin = table.Axes[axis].IsUnordered ? (int)table.Units[i][axis] : Math.Min(bins - 1, (int)(table.Units[i][axis] * bins));
            all[bin]++;
            good[bin] += k < best ? 1 : 0;
        }

        double goodTotal = good.Sum();
        double allTotal = all.Sum();
        if (goodTotal < 2)
        {
            return 0;
        }

        double sum = 0;
        for (int b = 0; b < bins; b++)
        {
            double p = (good[b] + (0.5 / bins)) / (goodTotal + 0.5);
            double q = (all[b] + (0.5 / bins)) / (allTotal + 0.5);
            sum += q * ((p / q) - 1) * ((p / q) - 1);
        }

        // A chi-squared statistic of bins - 1 degrees has that mean under chance.
        return Math.Max(0, sum - ((bins - 1) / goodTotal));
    }
}
