namespace ForexE2E.Strategy.Patterns.Backdrop;

/// <summary>Sum of the last n values of a sequence.</summary>
internal sealed class RollingSum(int span)
{
    private readonly double[] _values = new double[span];
    private int _next;

    /// <summary>Values in the sum, at most n.</summary>
    public int Count { get; private set; }

    /// <summary>Mean of the values seen; 0 before the first.</summary>
    public double Mean => Count == 0 ? 0 : Sum / Count;

    private double Sum { get; set; }

    public void Add(double value)
    {
        Sum += value - _values[_next];
        _values[_next] = value;
        _next = (_next + 1) % span;
        Count = Math.Min(Count + 1, span);
    }
}
