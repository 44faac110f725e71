using ForexE2E.Domain.Randomness;

namespace ForexE2E.Optimization.Understanding;

/// <summary>
/// A regression tree over axes that knows the box of every leaf, so that its marginal along any axis is exact (Hutter et al. 2014).
/// Splits are the best of a random share of the axes; unordered axes split one choice from the others.
/// </summary>
internal sealed class RegressionTree
{
    private const int LeastLeaf = 3;
    private const int MostDepth = 16;
    private readonly TrialTable _table;
    private readonly double[] _losses;
    private readonly SplitMix64 _luck;
    private readonly int _tried;

    public RegressionTree(TrialTable table, double[] losses, int[] rows, SplitMix64 luck)
    {
        (_table, _losses, _luck) = (table, losses, luck);
        _tried = Math.Max(1, (int)Math.Ceiling(table.Axes.Count * 0.5));
        Grow(rows, new LeafBox(table.Axes), 0);
    }

    public List<LeafBox> Leaves { get; } = [];

    private void Grow(int[] rows, LeafBox box, int depth)
    {
        double mean = rows.Average(r => _losses[r]);
        (int Axis, double At, double Gain) best = (-1, 0, 1e-12);
        for (int t = 0; t < _tried && depth < MostDepth && rows.Length >= 2 * LeastLeaf; t++)
        {
            int axis = _luck.NextInt(_table.Axes.Count);
            (double at, double gain) = _table.Axes[axis].IsUnordered ? BestChoice(rows, axis, mean) : BestCut(rows, axis);
            best = gain > best.Gain ? (axis, at, gain) : best;
        }

        if (best.Axis < 0)
        {
            box.Mean = mean;
            Leaves.Add(box);
            return;
        }

        bool unordered = _table.Axes[best.Axis].IsUnordered;
        bool Left(int r) => unordered ? _table.Units[r][best.Axis] == best.At : _table.Units[r][best.Axis] <= best.At;
        Grow([.. rows.Where(Left)], box.Part(best.Axis, best.At, left: true), depth + 1);
        Grow([.. rows.Where(r => !Left(r))], box.Part(best.Axis, best.At, left: false), depth + 1);
    }

    private (double At, double Gain) BestCut(int[] rows, int axis)
    {
        int[] sorted = [.. rows.OrderBy(r => _table.Units[r][axis]).ThenBy(r => r)];
        double total = sorted.Sum(r => _losses[r]);
        double left = 0;
        (double At, double Gain) best = (0, 0);
        for (int i = 0; i < sorted.Length - 1; i++)
        {
            left += _losses[sorted[i]];
            float here = _table.Units[sorted[i]][axis];
            float next = _table.Units[sorted[i + 1]][axis];
            if (here < next && i + 1 >= LeastLeaf && sorted.Length - i - 1 >= LeastLeaf)
            {
                double gain = Gain(left, i + 1, total, sorted.Length);
                best = gain > best.Gain ? (0.5 * (here + next), gain) : best;
            }
        }

        return best;
    }

    private (double At, double Gain) BestChoice(int[] rows, int axis, double mean)
    {
        double total = mean * rows.Length;
        (double At, double Gain) best = (0, 0);
        for (int c = 0; c < _table.Axes[axis].Cells; c++)
        {
            int n = 0;
            double sum = 0;
            foreach (int r in rows)
            {
                bool here = (int)_table.Units[r][axis] == c;
                n += here ? 1 : 0;
                sum += here ? _losses[r] : 0;
            }

            double gain = n >= LeastLeaf && rows.Length - n >= LeastLeaf ? Gain(sum, n, total, rows.Length) : 0;
            best = gain > best.Gain ? (c, gain) : best;
        }

        return best;
    }

    // Reduction of the sum of squares by a split.
    private static double Gain(double left, int n, double total, int all) =>
        (left * left / n) + ((total - left) * (total - left) / (all - n)) - (total * total / all);
}
