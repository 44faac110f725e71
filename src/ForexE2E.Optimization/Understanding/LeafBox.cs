using ForexE2E.Optimization.Samplers.Axes;

namespace ForexE2E.Optimization.Understanding;

/// <summary>The part of the space a leaf covers: an interval of each ordered axis, a set of choices of each unordered one.</summary>
internal sealed class LeafBox
{
    private readonly AxisSet _axes;
    private readonly double[] _from;
    private readonly double[] _to;
    private readonly bool[]?[] _choices;

    public LeafBox(AxisSet axes)
    {
        _axes = axes;
        _from = new double[axes.Count];
        _to = [.. Enumerable.Repeat(1.0, axes.Count)];
        _choices = [.. Enumerable.Range(0, axes.Count).Select(a => axes[a].IsUnordered ? Enumerable.Repeat(true, axes[a].Cells).ToArray() : null)];
    }

    private LeafBox(LeafBox whole)
    {
        _axes = whole._axes;
        _from = [.. whole._from];
        _to = [.. whole._to];
        _choices = [.. whole._choices];
    }

    public double Mean { get; set; }

    public LeafBox Part(int axis, double at, bool left)
    {
        var part = new LeafBox(this);
        if (_choices[axis] is { } choices)
        {
            part._choices[axis] = [.. choices.Select((c, i) => c && (i == (int)at == left))];
        }
        else if (left)
        {
            part._to[axis] = at;
        }
        else
        {
            part._from[axis] = at;
        }

        return part;
    }

    /// <summary>Share of an axis the box covers, 0 to 1.</summary>
    public double Side(int axis) => _choices[axis] is { } choices ? choices.Count(c => c) / (double)choices.Length : _to[axis] - _from[axis];

    /// <summary>Whether the box covers the middle of a bin of an axis.</summary>
    public bool Covers(int axis, int bin, int bins) => _choices[axis] is { } choices
        ? choices[bin]
        : (bin + 0.5) / bins is var at && at >= _from[axis] && at < _to[axis];

    /// <summary>Share of the space the box covers.</summary>
    public double Volume()
    {
        double volume = 1;
        for (int a = 0; a < _axes.Count; a++)
        {
            volume *= Side(a);
        }

        return volume;
    }
}
