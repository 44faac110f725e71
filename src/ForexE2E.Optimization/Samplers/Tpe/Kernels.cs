using ForexE2E.Domain.Randomness;
using ForexE2E.Optimization.Samplers.Axes;
using ForexE2E.Optimization.Samplers.History;

namespace ForexE2E.Optimization.Samplers.Tpe;

/// <summary>
/// The good trials as kernels: on each axis one kernel a trial, as wide as the greater gap to its neighbours (Bergstra et al.
/// 2011; widths of Watanabe, arXiv 2304.11127), and one over the whole range as prior. Kept axis by axis, as candidates are drawn.
/// </summary>
internal sealed class Kernels(TrialHistory history, TpeSettings settings)
{
    /// <summary>Width of a kernel on an axis that did not matter for its trial.</summary>
    private const float NotLive = -1;

    private readonly AxisSet _axes = history.Axes;
    private int[] _rows = [];
    private float[] _centres = [];
    private float[] _widths = [];
    private float[] _keys = [];
    private int[] _order = [];
    private int _capacity;

    public int Count { get; private set; }

    public int RowOf(int kernel) => _rows[kernel];

    /// <summary>Whether the axis mattered for the kernel's trial.</summary>
    public bool IsLive(int kernel, int axis) => _widths[(axis * _capacity) + kernel] != NotLive;

    /// <summary>Coordinate of a kernel's trial.</summary>
    public float CentreOf(int kernel, int axis) => _centres[(axis * _capacity) + kernel];

    /// <summary>Width of a kernel on an ordered axis.</summary>
    public float WidthOf(int kernel, int axis) => _widths[(axis * _capacity) + kernel];

    /// <summary>Weight of a kernel: falls linearly from the best to the last, mean 1.</summary>
    public float WeightOf(int kernel) => 1 + ((float)settings.RankSlope * (1 - (2f * (kernel + 0.5f) / Count)));

    /// <summary>Takes rows of the history as the good trials.</summary>
    public void Fit(ReadOnlySpan<int> good)
    {
        Count = good.Length;
        if (_capacity < Count)
        {
            _capacity = 2 * Count;
            _rows = new int[_capacity];
            _centres = new float[_capacity * _axes.Count];
            _widths = new float[_capacity * _axes.Count];
            _keys = new float[_capacity];
            _order = new int[_capacity];
        }

        good.CopyTo(_rows);
        for (int a = 0; a < _axes.Count; a++)
        {
            int live = Gather(a);
            if (!_axes[a].IsUnordered)
            {
                FitWidths(a, live);
            }
        }
    }

    /// <summary>Draws a coordinate from a kernel; from the prior where the axis did not matter for its trial.</summary>
    public float Draw(int kernel, int axis, SplitMix64 luck)
    {
        Axis at = _axes[axis];
        float width = _widths[(axis * _capacity) + kernel];
        if (width == NotLive)
        {
            return at.Uniform(luck.NextDouble());
        }

        float centre = _centres[(axis * _capacity) + kernel];
        if (at.IsUnordered)
        {
            // The observed choice weighs 1 + 1/(n+1), every other 1/(n+1).
            return luck.NextDouble() * (Count + 1 + at.Cells) < Count + 1 ? centre : luck.NextInt(at.Cells);
        }

        for (int attempt = 0; attempt < 16; attempt++)
        {
            float u = centre + (width * NormalQuantile.Near(luck.NextUInt64()));
            if (u >= 0 && u <= 1)
            {
                return u;
            }
        }

        return at.Uniform(luck.NextDouble());
    }

    // Centres of the axis, and the ordered ones for which it mattered as sort keys.
    private int Gather(int axis)
    {
        int n = 0;
        for (int k = 0; k < Count; k++)
        {
            int at = (axis * _capacity) + k;
            _centres[at] = history.Units(_rows[k])[axis];
            _widths[at] = NotLive;
            if (history.IsLive(_rows[k], axis))
            {
                _widths[at] = 1;
                _keys[n] = _centres[at];
                _order[n++] = k;
            }
        }

        return n;
    }

    private void FitWidths(int axis, int n)
    {
        Array.Sort(_keys, _order, 0, n);
        float least = Math.Max((float)settings.LeastWidth, 1f / Math.Min(100, Count + 2));
        for (int i = 0; i < n; i++)
        {
            float left = i > 0 ? _keys[i] - _keys[i - 1] : n > 1 ? 0 : _keys[i];
            float right = i < n - 1 ? _keys[i + 1] - _keys[i] : n > 1 ? 0 : 1 - _keys[i];
            _widths[(axis * _capacity) + _order[i]] = Math.Clamp(Math.Max(left, right), least, 1);
        }
    }
}
