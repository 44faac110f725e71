using ForexE2E.Backtesting.LookAhead;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Host.Json;

/// <summary>A component that looked ahead.</summary>
/// <param name="Test">truncated: its output changed when later data was taken away; changed: when later data was another.</param>
/// <param name="Bar">First bar whose output depends on later data.</param>
/// <param name="Cut">Last bar that was known in that comparison.</param>
/// <param name="Times">Comparisons in which it leaked.</param>
internal sealed record LeakDocument(string Component, string Test, int Bar, DateTime Time, int Cut, DateTime CutTime, int Times)
{
    public static IReadOnlyList<LeakDocument> Of(IEnumerable<CutResult> results, BarSeries bars) =>
    [
        .. results.SelectMany(r => r.Verdicts.Where(v => v.FirstLeak is not null).Select(v => (r.Cut, Verdict: v)))
            .GroupBy(l => (l.Verdict.Component, l.Verdict.Test))
            .Select(g => (First: g.MinBy(l => l.Verdict.FirstLeak), Count: g.Count()))
            .Select(l => new LeakDocument(
                l.First.Verdict.Component,
                Words.Of(l.First.Verdict.Test),
                l.First.Verdict.FirstLeak!.Value,
                bars.StartOf(l.First.Verdict.FirstLeak.Value),
                l.First.Cut.Bar,
                bars.StartOf(l.First.Cut.Bar),
                l.Count)),
    ];
}
