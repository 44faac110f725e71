namespace ForexE2E.Backtesting.Metrics;

/// <summary>
/// Sharpe ratio of the returns from bar to bar of an equity curve. One pass without a copy: bar returns are tiny and their mean
/// is tinier than their deviation, so the sum of squares loses nothing.
/// </summary>
public static class BarSharpe
{
    /// <summary>A bar's ratio; null with fewer than two bars or without variance. After ruin returns are 0.</summary>
    /// <param name="start">Cents before the first bar.</param>
    /// <param name="equity">Cents at each close.</param>
    public static double? PerBar(long start, ReadOnlySpan<long> equity)
    {
        double sum = 0;
        double squares = 0;
        long before = start;
        foreach (long now in equity)
        {
            if (now != before && before > 0)
            {
                double change = (double)(now - before) / before;
                sum += change;
                squares += change * change;
            }

            before = now;
        }

        double mean = sum / Math.Max(1, equity.Length);
        double variance = (squares - (sum * mean)) / (equity.Length - 1);
        return equity.Length < 2 || !(variance > 0) ? null : mean / Math.Sqrt(variance);
    }
}
