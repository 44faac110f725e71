namespace ForexE2E.Strategy.Patterns.Shapes;

/// <summary>
/// Collects how far a drawing is from the ideal, each deviation over its tolerance. The score is one less their mean
/// square: small faults are forgiven, a drawing at every tolerance scores 0.
/// </summary>
internal struct GeometryFit
{
    private double _squares;
    private int _count;

    public readonly double Score => _count == 0 ? 1 : 1 - (_squares / _count);

    /// <summary>Records a deviation; false when it exceeds its tolerance.</summary>
    public bool Accepts(double deviation, double tolerance)
    {
        double share = deviation / tolerance;
        _squares += share * share;
        _count++;
        return Math.Abs(share) <= 1;
    }
}
