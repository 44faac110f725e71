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
        double peak = double.NegativeInfinity, money = 0, fraction = 0;
        int peakAt = 0, under = 0, longest = 0;
        int? deepestPeak = null, trough = null;
        for (int i = 0; i < curve.Length; i++)
        {
            if (curve[i] >= peak)
            {
                (peak, peakAt, under) = (curve[i], i, 0);
                continue;
            }

            longest = Math.Max(longest, ++under);
            double fall = peak - curve[i];
            money = Math.Max(money, fall);
            if (fall / peak > fraction)
            {
                (fraction, deepestPeak, trough) = (fall / peak, peakAt, i);
            }
        }

        return new Drawdown(money, fraction, deepestPeak, trough, Recovery(curve, deepestPeak, trough), longest);
    }

    private static int? Recovery(ReadOnlySpan<double> curve, int? peak, int? trough)
    {
        if (peak is null || trough is null)
        {
            return null;
        }

        double level = curve[peak.Value];
        for (int i = trough.Value + 1; i < curve.Length; i++)
        {
            if (curve[i] >= level)
            {
                return i;
            }
        }

        return null;
    }
}
