using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Optimization.Selection;

/// <summary>The one trial a run hands on: by the weighted score, or the knee of the front.</summary>
public static class BestTrials
{
    /// <summary>The feasible trial of the greatest score, the earliest of equals; null when none is feasible.</summary>
    public static Trial? ByScore(IEnumerable<Trial> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        Trial? best = null;
        foreach (Trial trial in trials.Where(t => t.IsSelectable() && t.Result!.Score is { } s && double.IsFinite(s)).OrderBy(t => t.Number))
        {
            best = best is null || trial.Result!.Score > best.Result!.Score ? trial : best;
        }

        return best;
    }

    /// <summary>
    /// The member of the front nearest to the best value of every objective at once, each objective scaled by its range over
    /// the front (Euclidean distance to the ideal point); null when none is feasible.
    /// </summary>
    public static Trial? Knee(IEnumerable<Trial> trials, ObjectiveSet objectives)
    {
        ArgumentNullException.ThrowIfNull(objectives);
        (Trial Trial, double[] Losses)[] front =
            [.. ParetoFront.Of(trials, objectives).Select(t => (t, objectives.ToLosses(t.Result!.Objectives).ToArray()))];
        if (front.Length == 0)
        {
            return null;
        }

        double[] ideal = [.. Enumerable.Range(0, objectives.All.Length).Select(j => front.Min(f => f.Losses[j]))];
        double[] range = [.. Enumerable.Range(0, objectives.All.Length).Select(j => front.Max(f => f.Losses[j]) - ideal[j])];
        return front.MinBy(f => f.Losses.Select((l, j) => range[j] > 0 ? Math.Pow((l - ideal[j]) / range[j], 2) : 0).Sum()).Trial;
    }
}
