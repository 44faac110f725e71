using ForexE2E.Domain.Randomness;
using ForexE2E.Optimization.Samplers.Axes;
using ForexE2E.Optimization.Samplers.History;

namespace ForexE2E.Optimization.Samplers.Tpe;

/// <summary>
/// The good trials as kernels: on each axis one kernel a trial, as wide as the greater gap to its neighbours (Bergstra et al.
/// 2011; widths of Watanabe, arXiv 2304.11127), and one over the whole range as prior.
/// </summary>
internal sealed class Kernels(TrialHistory history, TpeSettings settings)
{
    private readonly AxisSet _axes = history.Axes;
    private int[] _rows = [];
    private float[] _widths = [];
    private float[] _keys = [];
    private int[] _order = [];

    public int Count { get; private set; }

    public int RowOf(int kernel) => _rows[kernel];

    /// <summary>Width of a kernel on an ordered axis; 1 where the axis did not matter for its trial.</summary>
    public float WidthOf(int kernel, int axis) => _widths[(kernel * _axes.Count) + axis];

    /// <summary>Weight of a kernel: falls linearly from the best to the last, mean 1.</summary>
    public float WeightOf(int kernel) => 1 + ((float)settings.RankSlope * (1 - (2f * (kernel + 0.5f) / Count)));

    /// <summary>Takes rows of the history as the good trials.</summary>
    public void Fit(ReadOnlySpan<int> good)
    {
        Count = good.Length;
        if (_rows.Length < Count)
        {
            _rows = new int[2 * Count];
            _widths = new float[2 * Count * _axes.Count];
            _keys = new float[2 * Count];
            _order = new int[2 * Count];
        }

        good.CopyTo(_rows);
        for (int a = 0; a < _axes.Count; a++)
        {
            if (!_axes[a].IsUnordered)
            {
                FitWidths(a);
            }
        }
    }

    /// <summary>Draws a coordinate from a kernel; from the prior where the axis did not matter for its trial.</summary>
    public float Draw(int kernel, int axis, SplitMix64 luck)
    {
        int row = _rows[kernel];
        Axis at = _axes[axis];
        if (!history.IsLive(row, axis))
        {
            return at.Uniform(luck.NextDouble());
        }

        float centre = history.Units(row)[axis];
        if (at.IsUnordered)
        {
            // The observed choice weighs 1 + 1/(n+1), every other 1/(n+1).
            return luck.NextDouble() * (Count + 1 + at.Cells) < Count + 1 ? centre : luck.NextInt(at.Cells);
        }

        float width = WidthOf(kernel, axis);
        for (int attempt = 0; attempt < 16; attempt++)
        {
            double u = centre + (width * NormalQuantile.At(luck.NextDouble()));
            if (u >= 0 && u <= 1)
            {
                return (float)u;
            }
        }

        return at.Uniform(luck.NextDouble());
    }

    private void FitWidths(int axis)
    {
        int n = 0;
        for (int k = 0; k < Count; k++)
        {
            _widths[(k * _axes.Count) + axis] = 1;
            if (history.IsLive(_rows[k], axis))
            {
                _keys[n] = history.Units(_rows[k])[axis];
                _order[n++] = k;
            }
        }

        Array.Sort(_keys, _order, 0, n);
        float least = Math.Max((float)settings.LeastWidth, 1f / Math.Min(100, Count + 2));
        for (int i = 0; i < n; i++)
        {
            float left = i > 0 ? _keys[i] - _keys[i - 1] : n > 1 ? 0 : _keys[i];
            float right = i < n - 1 ? _keys[i + 1] - _keys[i] : n > 1 ? 0 : 1 - _keys[i];
            _widths[(_order[i] * _axes.Count) + axis] = Math.Clamp(Math.Max(left, right), least, 1);
        }
    }
}
