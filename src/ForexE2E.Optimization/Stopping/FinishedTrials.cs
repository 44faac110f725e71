using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Selection;

namespace ForexE2E.Optimization.Stopping;

/// <summary>The ended trials of a run in the order they ended.</summary>
internal static class FinishedTrials
{
    /// <summary>By time of ending, then number.</summary>
    public static IEnumerable<Trial> Of(Run run) =>
        run.Trials.Values.Where(t => t.IsFinished).OrderBy(t => t.FinishedAt ?? DateTime.MaxValue).ThenBy(t => t.Number);

    /// <summary>Scores in that order; null where a trial may not be chosen.</summary>
    public static double?[] Scores(Run run) =>
        [.. Of(run).Select(t => t.IsSelectable() && t.Result!.Score is { } s && double.IsFinite(s) ? s : (double?)null)];
}
