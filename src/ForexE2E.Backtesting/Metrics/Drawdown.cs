namespace ForexE2E.Backtesting.Metrics;

/// <summary>
/// The largest falls of an equity curve below its running peak. Money and fraction are maximised apart. Indices count the
/// points of the curve, whose first is the start balance, and belong to the largest fraction.
/// </summary>
/// <param name="Money">Not negative.</param>
/// <param name="Fraction">Of the running peak; not negative.</param>
/// <param name="PeakIndex">The last point at the peak before the fall; null without a drawdown.</param>
/// <param name="TroughIndex">Null without a drawdown.</param>
/// <param name="RecoveryIndex">First point at or above that peak again; null when there is none.</param>
/// <param name="LongestUnderWater">Longest run of points below the running peak.</param>
public readonly record struct Drawdown(
    double Money, double Fraction, int? PeakIndex, int? TroughIndex, int? RecoveryIndex, int LongestUnderWater)
{
    /// <param name="curve">Positive at its start.</param>
    public static Drawdown Of(ReadOnlySpan<double> curve)
    {
        DrawdownScan scan = new();
        foreach (double value in curve)
        {
            scan.Next(value);
        }

        return scan.ToDrawdown();
    }

    /// <summary>The same for whole cents; the money of the result is in units of a hundred.</summary>
    /// <param name="start">First point of the curve, positive.</param>
    /// <param name="equity">The points after it.</param>
    public static Drawdown OfCents(long start, ReadOnlySpan<long> equity)
    {
        DrawdownScan scan = new();
        scan.Next(start);
        foreach (long cents in equity)
        {
            scan.Next(cents);
        }

        Drawdown inCents = scan.ToDrawdown();
        return inCents with { Money = inCents.Money / 100 };
    }
}
