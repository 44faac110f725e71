using System.Collections.Immutable;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.MarketData.Checks;

/// <summary>Compares bars with the trading week: how much of it they cover, where they are missing, which lie outside.</summary>
internal sealed class WeekCheck
{
    private const int LongestListed = 12;
    private readonly List<BarGap> _gaps = [];

    private WeekCheck()
    {
    }

    /// <summary>Bars present as a share of those that fit into the open hours from the first bar to the last; null without bars.</summary>
    public double? Coverage { get; private init; }

    /// <summary>Indices of bars that lie wholly in closed hours.</summary>
    public required ImmutableArray<int> Outside { get; init; }

    /// <summary>All gaps of more than three bars and more than 15 minutes, in order of time, with the index of the bar after.</summary>
    public IReadOnlyList<BarGap> Gaps => _gaps;

    /// <summary>Index of the bar after the first gap.</summary>
    public int AfterFirstGap { get; private set; }

    public ImmutableArray<BarGap> LongestGaps => [.. _gaps.OrderByDescending(g => g.Missing).ThenBy(g => g.LastBar).Take(LongestListed)];

    public static WeekCheck Of(ReadOnlySpan<int> starts, int minutes)
    {
        ImmutableArray<int> outside = BarsOutside(starts, minutes);
        double? coverage = null;
        if (starts.Length > 0)
        {
            double expected = TradingWeek.OpenMinutes(starts[0], starts[^1] + minutes) / (double)minutes;
            coverage = expected > 0 ? Math.Min(1, (starts.Length - outside.Length) / expected) : null;
        }

        var check = new WeekCheck { Coverage = coverage, Outside = outside };
        check.FindGaps(starts, minutes);
        return check;
    }

    private static ImmutableArray<int> BarsOutside(ReadOnlySpan<int> starts, int minutes)
    {
        ImmutableArray<int>.Builder outside = ImmutableArray.CreateBuilder<int>();
        int closing = int.MinValue;
        int opening = int.MinValue;
        for (int i = 0; i < starts.Length; i++)
        {
            if (i == 0 || starts[i] >= opening)
            {
                int current = TradingWeek.OpeningAtOrBefore(starts[i]);
                (closing, opening) = (TradingWeek.ClosingOf(current), TradingWeek.OpeningAfter(current));
            }

            if (starts[i] >= closing && starts[i] + minutes <= opening)
            {
                outside.Add(i);
            }
        }

        return outside.ToImmutable();
    }

    private void FindGaps(ReadOnlySpan<int> starts, int minutes)
    {
        int least = Math.Max(3 * minutes, 15);
        for (int i = 1; i < starts.Length; i++)
        {
            if (starts[i] - starts[i - 1] - minutes < least)
            {
                continue;
            }

            long missing = TradingWeek.OpenMinutes(starts[i - 1] + minutes, starts[i]);
            if (missing >= least)
            {
                AfterFirstGap = _gaps.Count == 0 ? i : AfterFirstGap;
                _gaps.Add(new BarGap(At(starts[i - 1]), At(starts[i]), TimeSpan.FromMinutes(missing)));
            }
        }
    }

    private static DateTime At(int minute) => DateTime.UnixEpoch.AddMinutes(minute);
}
