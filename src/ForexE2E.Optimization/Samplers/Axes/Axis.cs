using ForexE2E.Domain.Parameters;

namespace ForexE2E.Optimization.Samplers.Axes;

/// <summary>
/// One varied parameter as samplers see it. Ordered parameters lie on [0, 1], logarithmic ones in log space, whole numbers in
/// the middle of equal cells; unordered ones (choices and switches) are their index. Every axis is also cut into cells, on
/// which densities are tabulated.
/// </summary>
internal sealed class Axis
{
    /// <summary>Cells of a continuous axis.</summary>
    public const int FineCells = 128;

    /// <summary>Whole numbers up to this many get a cell each.</summary>
    private const int ExactCells = 32;

    private readonly double _from;
    private readonly double _span;
    private readonly bool _log;
    private readonly ParameterDefinition _definition;

    public Axis(ParameterDefinition definition, int position)
    {
        _definition = definition;
        Position = position;
        IsUnordered = definition.Kind is ParameterKind.Categorical or ParameterKind.Bool;
        IsWhole = definition.Kind == ParameterKind.Int;
        Cells = IsUnordered || (IsWhole && definition.Cardinality <= ExactCells) ? definition.Cardinality : FineCells;
        _log = definition.LogScale;
        double margin = IsWhole ? 0.5 : 0;
        _from = _log ? Math.Log(definition.Low - margin) : definition.Low - margin;
        double to = _log ? Math.Log(definition.High + margin) : definition.High + margin;
        _span = to > _from ? to - _from : 1;
    }

    /// <summary>Position of the parameter in the space.</summary>
    public int Position { get; }

    public bool IsUnordered { get; }

    public bool IsWhole { get; }

    public int Cells { get; }

    /// <summary>Coordinate of an encoded value.</summary>
    public float ToUnit(double encoded) =>
        IsUnordered ? (float)encoded : (float)Math.Clamp(((_log ? Math.Log(encoded) : encoded) - _from) / _span, 0, 1);

    /// <summary>Encoded value at a coordinate.</summary>
    public double FromUnit(double unit)
    {
        if (IsUnordered)
        {
            return unit;
        }

        double value = _from + (Math.Clamp(unit, 0, 1) * _span);
        return _definition.Clamp(_log ? Math.Exp(value) : value);
    }

    /// <summary>Cell a coordinate lies in.</summary>
    public int CellOf(float unit) => IsUnordered ? (int)unit : Math.Min((int)(unit * Cells), Cells - 1);

    /// <summary>A coordinate every value of which is as likely as any other, from a uniform number in [0, 1).</summary>
    public float Uniform(double luck) => IsUnordered ? Math.Min((int)(luck * Cells), Cells - 1) : (float)luck;
}
