namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>
/// Collects how far a drawing is from the ideal, each deviation over its tolerance. The score is one less half
/// their mean square: small faults are forgiven, a drawing at every tolerance scores one half, anything worse is no drawing.
/// </summary>
internal struct GeometryFit
{
    private double _squares;
    private int _count;

    public readonly double Score => _count == 0 ? 1 : 1 - (_squares / (2 * _count));

    /// <summary>Records a deviation; false when it exceeds its tolerance.</summary>
    public bool Accepts(double deviation, double tolerance)
    {
        double share = deviation / tolerance;
        _squares += share * share;
        _count++;
        return Math.Abs(share) <= 1;
    }
}
