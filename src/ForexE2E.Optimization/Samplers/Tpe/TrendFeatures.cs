using ForexE2E.Optimization.Samplers.Axes;

namespace ForexE2E.Optimization.Samplers.Tpe;

/// <summary>
/// What the trend sees of a trial: for an ordered axis the first two Legendre polynomials of its coordinate, for an unordered one
/// which choice it took, all of mean square 1 over uniform draws. Tabulated on the cells of the axes.
/// </summary>
internal sealed class TrendFeatures
{
    private const int Degree = 2;

    /// <summary>Unordered axes with more choices have no effect a choice: too few trials see each.</summary>
    private const int MostChoices = 32;

    private readonly AxisSet _axes;
    private readonly int[] _start;
    private readonly Dictionary<int, (float[] First, float[] Second)> _curves = [];

    public TrendFeatures(AxisSet axes)
    {
        _axes = axes;
        _start = new int[axes.Count + 1];
        for (int a = 0; a < axes.Count; a++)
        {
            int cells = axes[a].Cells;
            _start[a + 1] = _start[a] + (!axes[a].IsUnordered ? Degree : cells <= MostChoices ? cells : 0);
            if (!axes[a].IsUnordered)
            {
                _curves.TryAdd(cells, Curves(cells));
            }
        }
    }

    /// <summary>Number of features of all axes.</summary>
    public int Count => _start[^1];

    /// <summary>Cells of an axis that has features, else 0; never more than 128.</summary>
    public int CellsOf(int axis) => _start[axis + 1] > _start[axis] ? _axes[axis].Cells : 0;

    /// <summary>Writes the features of an axis for a cell; the target holds zeros before. False when the axis has none.</summary>
    public bool Describe(int axis, int cell, Span<float> row)
    {
        int from = _start[axis];
        if (_start[axis + 1] == from)
        {
            return false;
        }

        if (_axes[axis].IsUnordered)
        {
            row[from + cell] = MathF.Sqrt(_axes[axis].Cells);
        }
        else
        {
            (float[] first, float[] second) = _curves[_axes[axis].Cells];
            (row[from], row[from + 1]) = (first[cell], second[cell]);
        }

        return true;
    }

    /// <summary>Adds the products of an axis's features with values summed by cell.</summary>
    public void Project(int axis, ReadOnlySpan<float> cells, Span<float> products)
    {
        int from = _start[axis];
        if (!_axes[axis].IsUnordered)
        {
            (float[] first, float[] second) = _curves[cells.Length];
            products[from] += Lanes.Dot(first, cells);
            products[from + 1] += Lanes.Dot(second, cells);
            return;
        }

        float one = MathF.Sqrt(cells.Length);
        for (int j = from; j < _start[axis + 1]; j++)
        {
            products[j] += one * cells[j - from];
        }
    }

    /// <summary>Variance that an axis explains by a regression, over uniform draws.</summary>
    public double Effect(int axis, SparseRegression regression)
    {
        double squares = 0;
        for (int j = _start[axis]; j < _start[axis + 1]; j++)
        {
            squares += regression[j] * (double)regression[j];
        }

        return squares;
    }

    /// <summary>Adds, for each cell, factor times what a regression says of it.</summary>
    public void AddEffects(int axis, float factor, SparseRegression regression, Span<float> cells)
    {
        int from = _start[axis];
        for (int j = from; j < _start[axis + 1]; j++)
        {
            float effect = factor * regression[j];
            if (effect == 0)
            {
                continue;
            }

            if (_axes[axis].IsUnordered)
            {
                cells[j - from] += effect * MathF.Sqrt(cells.Length);
                continue;
            }

            (float[] first, float[] second) = _curves[cells.Length];
            Lanes.AddScaled(j == from ? first : second, effect, cells);
        }
    }

    private static (float[] First, float[] Second) Curves(int cells)
    {
        float[] first = new float[cells];
        float[] second = new float[cells];
        for (int c = 0; c < cells; c++)
        {
            double t = (((2 * c) + 1.0) / cells) - 1;
            first[c] = (float)(Math.Sqrt(3) * t);
            second[c] = (float)(Math.Sqrt(5) * 0.5 * ((3 * t * t) - 1));
        }

        return (first, second);
    }
}
