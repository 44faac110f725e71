using ForexE2E.Backtesting.LookAhead;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Host.Json;

/// <summary>What 'verify lookahead' prints.</summary>
/// <param name="LookAheadFound">Whether any component's output depends on the future.</param>
/// <param name="Cuts">Bars at which the future was taken away and changed.</param>
/// <param name="Verified">Components, in the order they were compared.</param>
/// <param name="Leaks">Every component and test that leaked, at its earliest bar.</param>
internal sealed record LookAheadDocument(
    DataDocument Data,
    SettingsDocument Settings,
    bool LookAheadFound,
    IReadOnlyList<CutDocument> Cuts,
    IReadOnlyList<VerifiedComponentDocument> Verified,
    IReadOnlyList<LeakDocument> Leaks,
    IReadOnlyList<ComponentDocument> Components,
    IReadOnlyList<string> Remarks) : Document("verify_lookahead");

/// <summary>A bar after which the future was taken away and changed.</summary>
/// <param name="Bar">Index in the data from its first bar.</param>
/// <param name="Time">Start of that bar, UTC.</param>
internal sealed record CutDocument(int Bar, DateTime Time, string Why);

/// <summary>One component and how much of it was compared.</summary>
/// <param name="Cuts">Cuts at which it had something to compare.</param>
/// <param name="Compared">Outputs compared bit for bit, both tests together.</param>
internal sealed record VerifiedComponentDocument(string Component, string What, int Cuts, long Compared, bool Leaks);

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
