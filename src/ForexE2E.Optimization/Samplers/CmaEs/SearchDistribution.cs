using ForexE2E.Domain.Randomness;
using ForexE2E.Optimization.Samplers.Axes;

namespace ForexE2E.Optimization.Samplers.CmaEs;

/// <summary>
/// What CMA-ES knows: a mean and a deviation for each ordered axis with one step size for all (weights and rates as in Hansen,
/// arXiv 1604.00772; diagonal rates by Ros and Hansen 2008), and the probability of each choice of an unordered one.
/// </summary>
internal sealed class SearchDistribution
{
    private const double FirstStep = 0.3;
    private readonly AxisSet _axes;
    private readonly int _dimensions;
    private readonly double[] _weights;
    private readonly double _effective;
    private readonly double[] _mean;
    private readonly double[] _variance;
    private readonly double[] _stepPath;
    private readonly double[] _variancePath;
    private readonly double[][] _chances;
    private double _step = FirstStep;
    private int _generations;

    public SearchDistribution(AxisSet axes, ReadOnlySpan<float> start, int size)
    {
        _axes = axes;
        _dimensions = Math.Max(1, Enumerable.Range(0, axes.Count).Count(a => !axes[a].IsUnordered));
        double[] raw = [.. Enumerable.Range(1, size / 2).Select(i => Math.Log((size / 2.0) + 0.5) - Math.Log(i))];
        _weights = [.. raw.Select(w => w / raw.Sum())];
        _effective = 1 / _weights.Sum(w => w * w);
        _mean = [.. start.ToArray().Select(u => (double)u)];
        _variance = [.. Enumerable.Repeat(1.0, axes.Count)];
        _stepPath = new double[axes.Count];
        _variancePath = new double[axes.Count];
        _chances = [.. Enumerable.Range(0, axes.Count).Select(a => Chances(axes[a], (int)_mean[a]))];
    }

    public void Draw(SplitMix64 luck, Span<float> units)
    {
        for (int a = 0; a < units.Length; a++)
        {
            units[a] = _axes[a].IsUnordered ? Choose(_chances[a], luck) : Around(a, luck);
        }
    }

    /// <summary>Learns from a population, best first.</summary>
    public void Learn(float[][] ranked)
    {
        _generations++;
        double n = _dimensions;
        double stepRate = (_effective + 2) / (n + _effective + 5);
        double damping = 1 + (2 * Math.Max(0, Math.Sqrt((_effective - 1) / (n + 1)) - 1)) + stepRate;
        double expected = Math.Sqrt(n) * (1 - (1 / (4 * n)) + (1 / (21 * n * n)));
        double length = 0;
        double[] shift = new double[_axes.Count];
        for (int a = 0; a < _axes.Count; a++)
        {
            if (_axes[a].IsUnordered)
            {
                Reinforce(_chances[a], ranked, a);
                continue;
            }

            for (int i = 0; i < _weights.Length; i++)
            {
                shift[a] += _weights[i] * (ranked[i][a] - _mean[a]) / _step;
            }

            _stepPath[a] = ((1 - stepRate) * _stepPath[a]) + (Math.Sqrt(stepRate * (2 - stepRate) * _effective) * shift[a] / Math.Sqrt(_variance[a]));
            length += _stepPath[a] * _stepPath[a];
        }

        double fade = Math.Sqrt(1 - Math.Pow(1 - stepRate, 2.0 * _generations));
        bool moving = Math.Sqrt(length) / fade < (1.4 + (2 / (n + 1))) * expected;
        Adapt(ranked, shift, moving);
        _step = Math.Clamp(_step * Math.Exp(stepRate / damping * ((Math.Sqrt(length) / expected) - 1)), 1e-8, 1);
    }

    private void Adapt(float[][] ranked, double[] shift, bool moving)
    {
        double n = _dimensions;
        double pathRate = (4 + (_effective / n)) / (n + 4 + (2 * _effective / n));
        // The diagonal has only n entries to learn, so it may learn (n + 2) / 3 times as fast.
        double faster = (n + 2) / 3;
        double one = Math.Min(1, faster * 2 / (((n + 1.3) * (n + 1.3)) + _effective));
        double many = Math.Min(1 - one, faster * 2 * (_effective - 2 + (1 / _effective)) / (((n + 2) * (n + 2)) + _effective));
        for (int a = 0; a < _axes.Count; a++)
        {
            if (_axes[a].IsUnordered)
            {
                continue;
            }

            _variancePath[a] = ((1 - pathRate) * _variancePath[a]) + (moving ? Math.Sqrt(pathRate * (2 - pathRate) * _effective) * shift[a] : 0);
            double spread = 0;
            for (int i = 0; i < _weights.Length; i++)
            {
                double y = (ranked[i][a] - _mean[a]) / _step;
                spread += _weights[i] * y * y;
            }

            double kept = (1 - one - many) + (moving ? 0 : one * pathRate * (2 - pathRate));
            _variance[a] = Math.Max(1e-12, (kept * _variance[a]) + (one * _variancePath[a] * _variancePath[a]) + (many * spread));
            _mean[a] = Math.Clamp(_mean[a] + (_step * shift[a]), 0, 1);
        }
    }

    private float Around(int axis, SplitMix64 luck)
    {
        // Few-valued whole numbers keep a chance to move by one (the margin of Hamano et al. 2022).
        double least = _axes[axis].IsWhole ? 0.3 / _axes[axis].Cells : 0;
        double width = Math.Max(least, _step * Math.Sqrt(_variance[axis]));
        for (int attempt = 0; attempt < 16; attempt++)
        {
            double u = _mean[axis] + (width * luck.NextGaussian());
            if (u is >= 0 and <= 1)
            {
                return (float)u;
            }
        }

        return (float)luck.NextDouble();
    }

    private void Reinforce(double[] chances, float[][] ranked, int axis)
    {
        double rate = Math.Min(0.5, 2.0 / Math.Sqrt(_dimensions + 1));
        double least = 0.1 / chances.Length;
        double total = 0;
        for (int c = 0; c < chances.Length; c++)
        {
            double seen = 0;
            for (int i = 0; i < _weights.Length; i++)
            {
                seen += (int)ranked[i][axis] == c ? _weights[i] : 0;
            }

            chances[c] = Math.Max(least, ((1 - rate) * chances[c]) + (rate * seen));
            total += chances[c];
        }

        for (int c = 0; c < chances.Length; c++)
        {
            chances[c] /= total;
        }
    }

    private static int Choose(double[] chances, SplitMix64 luck)
    {
        double left = luck.NextDouble();
        for (int c = 0; c < chances.Length - 1; c++)
        {
            left -= chances[c];
            if (left < 0)
            {
                return c;
            }
        }

        return chances.Length - 1;
    }

    // The default is a little likelier than the others.
    private static double[] Chances(Axis axis, int start) => axis.IsUnordered
        ? [.. Enumerable.Range(0, axis.Cells).Select(c => (c == start ? 0.2 : 0) + (0.8 / axis.Cells))]
        : [];
}
