using System.Runtime.InteropServices;

namespace ForexE2E.Backtesting.Simulation;

/// <summary>Bars that may trade: from the first, inclusive, to the end, exclusive.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BarRange
{
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the series.</exception>
    public BarRange(int first, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, first);
        (First, End) = (first, end);
    }

    public int First { get; }

    public int End { get; }

    public int Count => End - First;
}
