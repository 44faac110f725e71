using System.Collections.Immutable;
using ForexE2E.Optimization.Samplers.Axes;
using ForexE2E.Optimization.Samplers.History;

namespace ForexE2E.Optimization.Samplers.Tpe;

/// <summary>
/// For every cell of every axis, the logarithm of how much denser the good trials are there than the others. A candidate's
/// score is the sum over the axes that matter: inert axes then add little, where the joint density would drown in them.
/// </summary>
internal sealed class MarginalRatios
{
    private readonly TrialHistory _history;
    private readonly AxisSet _axes;
    private readonly TpeSettings _settings;
    private readonly Dictionary<int, KernelTable> _tables = [];
    private readonly float[][] _ratios;
    private readonly int[][] _bad;
    private readonly float[] _good;
    private readonly float[] _rest;
    private readonly float[] _units;
    private readonly bool[] _live;

    public MarginalRatios(TrialHistory history, TpeSettings settings)
    {
        _history = history;
        _settings = settings;
        _axes = history.Axes;
        int widest = Enumerable.Range(0, _axes.Count).Select(a => _axes[a].Cells).DefaultIfEmpty(0).Max();
        _good = new float[widest];
        _rest = new float[widest];
        _ratios = [.. Enumerable.Range(0, _axes.Count).Select(a => new float[_axes[a].Cells])];
        _bad = [.. _ratios.Select(r => new int[r.Length])];
        _units = new float[_axes.Count];
        _live = new bool[_axes.Count];
        foreach (int cells in _ratios.Select(r => r.Length).Distinct())
        {
            _tables[cells] = new KernelTable(cells);
        }
    }

    public float At(int axis, float unit) => _ratios[axis][_axes[axis].CellOf(unit)];

    /// <summary>Lets an axis count for more or less.</summary>
    public void Weigh(int axis, float weight)
    {
        foreach (ref float ratio in _ratios[axis].AsSpan())
        {
            ratio *= weight;
        }
    }

    /// <summary>Takes off what a trend says of every cell, times a factor: less is better.</summary>
    public void Lean(AdditiveTrend trend, float factor)
    {
        for (int a = 0; a < _axes.Count; a++)
        {
            trend.AddEffects(a, -factor, _ratios[a]);
        }
    }

    /// <summary>Tabulates the ratios; trials under way count among the others.</summary>
    public void Fit(Kernels good, ImmutableArray<PendingTrial> pending)
    {
        for (int a = 0; a < _axes.Count; a++)
        {
            _history.CellCounts(a).CopyTo(_bad[a]);
            for (int k = 0; k < good.Count; k++)
            {
                _bad[a][_axes[a].CellOf(good.CentreOf(k, a))] -= good.IsLive(k, a) ? 1 : 0;
            }
        }

        foreach (PendingTrial trial in pending)
        {
            _history.Place(trial.Parameters, _units, _live, _bad, 1);
        }

        for (int a = 0; a < _axes.Count; a++)
        {
            FitAxis(a, good);
        }
    }

    private void FitAxis(int axis, Kernels good)
    {
        int cells = _axes[axis].Cells;
        Span<float> dense = _good.AsSpan(0, cells);
        Span<float> rest = _rest.AsSpan(0, cells);
        // The prior: one kernel as wide as the range.
        dense.Fill(1f / cells);
        rest.Fill(1f / cells);
        float goodMass = 1;
        float restMass = 1;
        if (_axes[axis].IsUnordered)
        {
            Count(axis, good, dense, ref goodMass);
            for (int c = 0; c < cells; c++)
            {
                rest[c] += _bad[axis][c];
                restMass += _bad[axis][c];
            }
        }
        else
        {
            Spread(axis, good, dense, ref goodMass);
            Smooth(_bad[axis], _tables[cells], rest, ref restMass);
        }

        Lanes.LogRatio(dense, rest, restMass / goodMass, _ratios[axis]);
    }

    private void Count(int axis, Kernels good, Span<float> dense, ref float mass)
    {
        for (int k = 0; k < good.Count; k++)
        {
            if (good.IsLive(k, axis))
            {
                dense[(int)good.CentreOf(k, axis)] += good.WeightOf(k);
                mass += good.WeightOf(k);
            }
        }
    }

    private void Spread(int axis, Kernels good, Span<float> dense, ref float mass)
    {
        KernelTable table = _tables[dense.Length];
        for (int k = 0; k < good.Count; k++)
        {
            if (!good.IsLive(k, axis))
            {
                continue;
            }

            // Beyond five widths a kernel is nothing; whole lanes all the same.
            float width = good.WidthOf(k, axis);
            int cell = _axes[axis].CellOf(good.CentreOf(k, axis));
            int reach = (int)(5 * width * dense.Length) + 1;
            int from = Math.Max(0, cell - reach) & ~7;
            int to = Math.Min(dense.Length, (cell + reach + 8) & ~7);
            Lanes.AddScaled(table.Row(width, cell)[from..to], good.WeightOf(k), dense[from..to]);
            mass += good.WeightOf(k);
        }
    }

    // Many trials: one width for all by Silverman's rule (1986), so that the cost does not grow with their number.
    private void Smooth(ReadOnlySpan<int> counts, KernelTable table, Span<float> rest, ref float mass)
    {
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (int c = 0; c < counts.Length; c++)
        {
            double at = (c + 0.5) / counts.Length;
            n += counts[c];
            sum += counts[c] * at;
            squares += counts[c] * at * at;
        }

        if (n == 0)
        {
            return;
        }

        double deviation = Math.Sqrt(Math.Max(0, (squares / n) - (sum / n * (sum / n))));
        double width = Math.Clamp(_settings.OthersWidth * deviation * Math.Pow(n, -0.2), 0.01, 1);
        Lanes.AddRows(table.Rows((float)width), counts, rest);
        mass += (float)n;
    }
}
