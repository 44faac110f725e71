using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Optimization.Samplers.Axes;

/// <summary>The axes of a space and the way between coordinates and parameter sets.</summary>
internal sealed class AxisSet
{
    private readonly ImmutableArray<Axis> _axes;
    private readonly double[] _defaults;
    private readonly double[] _scratch;

    public AxisSet(ParameterSpace space)
    {
        Space = space;
        _axes = [.. space.Sampled.Select(i => new Axis(space.Definitions[i], i))];
        _defaults = space.Defaults.Values.ToArray();
        _scratch = new double[_defaults.Length];
        Conditional = [.. Enumerable.Range(0, _axes.Length).Where(a => space.ParentOf(_axes[a].Position) >= 0)];
    }

    public ParameterSpace Space { get; }

    public int Count => _axes.Length;

    public Axis this[int axis] => _axes[axis];

    /// <summary>Axes that matter only under a parent.</summary>
    public ImmutableArray<int> Conditional { get; }

    /// <summary>Writes the coordinates of a set.</summary>
    public void Encode(ParameterSet set, Span<float> units)
    {
        ReadOnlySpan<double> values = set.Values;
        for (int a = 0; a < _axes.Length; a++)
        {
            units[a] = _axes[a].ToUnit(values[_axes[a].Position]);
        }
    }

    /// <summary>The repaired set at coordinates.</summary>
    public ParameterSet Decode(ReadOnlySpan<float> units)
    {
        Spread(units);
        return Space.Repair(_scratch);
    }

    /// <summary>Marks which axes matter at coordinates; unconditional ones always do.</summary>
    public void MarkLive(ReadOnlySpan<float> units, Span<bool> live)
    {
        live.Fill(true);
        if (Conditional.IsEmpty)
        {
            return;
        }

        Spread(units);
        foreach (int a in Conditional)
        {
            live[a] = Space.IsLive(_axes[a].Position, _scratch);
        }
    }

    /// <summary>Uniform coordinates.</summary>
    public void Draw(SplitMix64 luck, Span<float> units)
    {
        for (int a = 0; a < _axes.Length; a++)
        {
            units[a] = _axes[a].Uniform(luck.NextDouble());
        }
    }

    private void Spread(ReadOnlySpan<float> units)
    {
        _defaults.CopyTo(_scratch, 0);
        for (int a = 0; a < _axes.Length; a++)
        {
            _scratch[_axes[a].Position] = _axes[a].FromUnit(units[a]);
        }
    }
}
