using System.Collections.Immutable;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Selection;

namespace ForexE2E.Optimization.Understanding;

/// <summary>How far a run had come when one of its trials ended.</summary>
/// <param name="Finished">Trials ended by then, from 1.</param>
/// <param name="Trial">Number of the trial that ended.</param>
/// <param name="Score">Its score; null when it may not be chosen.</param>
/// <param name="BestScore">Best score so far; null before the first feasible trial.</param>
/// <param name="FrontSize">Members of the Pareto front so far.</param>
/// <param name="FrontChanged">Whether this trial changed the front.</param>
public sealed record HistoryPoint(int Finished, int Trial, double? Score, double? BestScore, int FrontSize, bool FrontChanged)
{
    /// <summary>The history of a run in the order its trials ended.</summary>
    public static ImmutableArray<HistoryPoint> Of(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Of(run.Trials.Values, run.Definition.Objectives);
    }

    /// <summary>The history of some trials of a run, such as those of one regime.</summary>
    public static ImmutableArray<HistoryPoint> Of(IEnumerable<Trial> trials, ObjectiveSet objectives)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(objectives);
        var front = new ParetoFront();
        var points = ImmutableArray.CreateBuilder<HistoryPoint>();
        double? best = null;
        foreach (Trial trial in trials.Where(t => t.IsFinished).OrderBy(t => t.FinishedAt ?? DateTime.MaxValue).ThenBy(t => t.Number))
        {
            bool selectable = trial.IsSelectable();
            double? score = selectable ? trial.Result!.Score : null;
            best = score is { } s && !(best >= s) ? s : best;
            bool changed = selectable && front.Add(ObservedTrial.Completed(trial.Number.Value, trial.Parameters, objectives.ToLosses(trial.Result!.Objectives)));
            points.Add(new HistoryPoint(points.Count + 1, trial.Number.Value, score, best, front.Members.Count, changed));
        }

        return points.ToImmutable();
    }
}
