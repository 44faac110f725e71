using System.Collections.Immutable;

namespace ForexE2E.Storage.MarketData.Clocks;

/// <summary>What the weekends of a file say about its clock.</summary>
/// <param name="Weeks">Weekends seen.</param>
/// <param name="Share">How well the assumed clock fits the trading week, 0 to 1.</param>
/// <param name="Best">The clock that fits best.</param>
/// <param name="BestShare">How well that one fits.</param>
/// <param name="AlsoFit">Names of others that fit nearly as well.</param>
internal sealed record ClockVerdict(int Weeks, double Share, TimeZoneRule Best, double BestShare, ImmutableArray<string> AlsoFit)
{
    private const int FewestWeeks = 2;

    /// <summary>Whether the assumed clock is wrong beyond doubt and another right; one weekend is enough when both of its borders say so.</summary>
    public bool IsWrong => (Weeks >= FewestWeeks && Share <= 0.25 && IsClear) || (Weeks > 0 && Share == 0 && BestShare == 1);

    /// <summary>Whether the best clock can be named.</summary>
    public bool IsClear => Weeks >= FewestWeeks && BestShare >= 0.6;

    /// <summary>The best clock and its rivals in words.</summary>
    public string Suggestion => AlsoFit.IsEmpty ? Best.Name : $"{Best.Name} ({string.Join(" and ", AlsoFit)} {(AlsoFit.Length > 1 ? "fit" : "fits")} nearly as well)";
}
