using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Regimes;

/// <summary>
/// How the hour of the New York day moves the logarithm of a block's range, learned from a train span: without it the model
/// would take every morning for one state and every night for another.
/// </summary>
internal sealed class DailyRhythm
{
    private const int Hours = 24;

    /// <summary>Blocks of the mean that every hour is given beforehand, so that few blocks say little.</summary>
    private const double PriorBlocks = 2;
    private readonly double[] _lift = new double[Hours];

    /// <summary>No rhythm.</summary>
    public static DailyRhythm Flat { get; } = new([], []);

    /// <param name="starts">Start of each block, minutes since 1970 UTC.</param>
    /// <param name="logRanges">Logarithm of its range.</param>
    public DailyRhythm(ReadOnlySpan<int> starts, ReadOnlySpan<double> logRanges)
    {
        double mean = 0;
        foreach (double range in logRanges)
        {
            mean += range / logRanges.Length;
        }

        Span<double> counts = stackalloc double[Hours];
        counts.Clear();
        for (int i = 0; i < starts.Length; i++)
        {
            _lift[HourOf(starts[i])] += logRanges[i] - mean;
            counts[HourOf(starts[i])]++;
        }

        for (int hour = 0; hour < Hours; hour++)
        {
            _lift[hour] = Math.Round(_lift[hour] / (counts[hour] + PriorBlocks) * 1e6) / 1e6;
        }
    }

    /// <summary>What the hour of a block adds to its log range, on average.</summary>
    public double LiftAt(int startMinute) => _lift[HourOf(startMinute)];

    private static int HourOf(int startMinute) => (startMinute + NewYorkClock.OffsetMinutes(startMinute)) / 60 % Hours;
}
