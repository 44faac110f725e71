using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Tests.LookAhead;

/// <summary>Finds out whether something computed bar by bar looks beyond its bar: it is computed again on truncated bars and must not change.</summary>
internal static class Peeking
{
    /// <summary>The first bar whose value changes when the series ends there or later; -1 when none does.</summary>
    /// <param name="compute">All values of a series, one a bar, comparable by equality.</param>
    public static int FirstBar<T>(BarSeries bars, IEnumerable<int> cuts, Func<BarSeries, IReadOnlyList<T>> compute)
    {
        IReadOnlyList<T> whole = compute(bars);
        int found = int.MaxValue;
        foreach (int cut in cuts)
        {
            IReadOnlyList<T> part = compute(bars.Truncate(cut));
            for (int i = 0; i < part.Count; i++)
            {
                found = EqualityComparer<T>.Default.Equals(part[i], whole[i]) ? found : Math.Min(found, i);
            }
        }

        return found == int.MaxValue ? -1 : found;
    }
}
