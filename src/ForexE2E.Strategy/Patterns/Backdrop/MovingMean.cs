namespace ForexE2E.Strategy.Patterns.Backdrop;

/// <summary>Exponential mean over n values: the plain mean of the first n, then steps of 2 / (n + 1).</summary>
internal struct MovingMean(int span)
{
    private int _seen;

    public double Value { get; private set; }

    public readonly bool IsWarm => _seen >= span;

    public void Add(double value)
    {
        double step = IsWarm ? 2.0 / (span + 1) : 1.0 / (_seen + 1);
        _seen = Math.Min(_seen + 1, span);
        Value += step * (value - Value);
    }
}
