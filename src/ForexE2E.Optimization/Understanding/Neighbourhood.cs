using ForexE2E.Domain.Parameters;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Optimization.Understanding;

/// <summary>
/// Whether a chosen set stands on a plateau or on a needle, judged from trials that exist: the trials nearest to it, and how much
/// worse they are. A set whose neighbours collapse was luck.
/// </summary>
/// <param name="Neighbours">Trials compared.</param>
/// <param name="MeanDistance">Mean distance of the neighbours, 0 to 1: the mean difference over all axes that matter, unordered ones 0 or 1.</param>
/// <param name="MedianWorsening">Median of the neighbours' loss less the chosen loss, as a share of the spread of all trials (its interquartile range).</param>
/// <param name="Score">1 on a plateau, towards 0 on a needle: 1 / (1 + worsening), where worsening below 0 counts as 0.</param>
public sealed record Neighbourhood(int Neighbours, double MeanDistance, double MedianWorsening, double Score)
{
    /// <summary>Judges a trial; null when it is unknown or fewer than five others exist.</summary>
    public static Neighbourhood? Of(ParameterSpace space, IEnumerable<ObservedTrial> trials, int chosen, int objective, int neighbours = 10)
    {
        ArgumentNullException.ThrowIfNull(space);
        var table = new TrialTable(space, trials.Where(t => t.Violation == 0));
        int self = table.Trials.IndexOf(table.Trials.FirstOrDefault(t => t.Number == chosen)!);
        if (self < 0 || table.Count < 6)
        {
            return null;
        }

        (int Row, double Distance)[] nearest =
            [.. Enumerable.Range(0, table.Count).Where(i => i != self).Select(i => (i, Distance(table, self, i))).OrderBy(n => n.Item2).ThenBy(n => n.i).Take(neighbours)];
        double[] losses = [.. table.Trials.Select(t => t.Losses[objective]).Order()];
        double spread = losses[3 * (losses.Length - 1) / 4] - losses[(losses.Length - 1) / 4];
        double[] worse = [.. nearest.Select(n => table.Trials[n.Row].Losses[objective] - table.Trials[self].Losses[objective]).Order()];
        double median = 0.5 * (worse[(worse.Length - 1) / 2] + worse[worse.Length / 2]);
        double share = spread > 0 ? median / spread : 0;
        return new Neighbourhood(nearest.Length, nearest.Average(n => n.Distance), share, 1 / (1 + Math.Max(0, share)));
    }

    private static double Distance(TrialTable table, int a, int b)
    {
        double sum = 0;
        int axes = 0;
        for (int d = 0; d < table.Axes.Count; d++)
        {
            if (!table.Live[a][d] && !table.Live[b][d])
            {
                continue;
            }

            axes++;
            bool apart = table.Live[a][d] != table.Live[b][d] || (table.Axes[d].IsUnordered && table.Units[a][d] != table.Units[b][d]);
            sum += apart ? 1 : table.Axes[d].IsUnordered ? 0 : Math.Abs(table.Units[a][d] - table.Units[b][d]);
        }

        return axes > 0 ? sum / axes : 0;
    }
}
