using System.Collections.Immutable;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Fronts;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Optimization.Selection;

/// <summary>The trials no other feasible trial dominates. Failed, pruned and infeasible trials never belong to it.</summary>
public sealed class ParetoFront
{
    private readonly List<ObservedTrial> _members = [];

    /// <summary>Members in the order they were found; equal losses keep the earlier trial only.</summary>
    public IReadOnlyList<ObservedTrial> Members => _members;

    /// <summary>The front of trials, added in their order.</summary>
    public static ParetoFront Of(IEnumerable<ObservedTrial> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        var front = new ParetoFront();
        foreach (ObservedTrial trial in trials)
        {
            front.Add(trial);
        }

        return front;
    }

    /// <summary>The trials of a run on its front, by number.</summary>
    public static ImmutableArray<Trial> Of(IEnumerable<Trial> trials, ObjectiveSet objectives)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(objectives);
        Trial[] feasible = [.. trials.Where(t => t.IsSelectable()).OrderBy(t => t.Number)];
        var byNumber = feasible.ToDictionary(t => t.Number.Value);
        ParetoFront front = Of(feasible.Select(t =>
            ObservedTrial.Completed(t.Number.Value, t.Parameters, objectives.ToLosses(t.Result!.Objectives))));
        return [.. front.Members.Select(m => byNumber[m.Number]).OrderBy(t => t.Number)];
    }

    /// <summary>Takes a trial in if it is feasible and nothing dominates or equals it; drops what it dominates.</summary>
    /// <returns>Whether the front changed.</returns>
    public bool Add(ObservedTrial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        if (!trial.IsFeasible || _members.Exists(m => Dominance.WeaklyDominates(m.Losses.AsSpan(), trial.Losses.AsSpan())))
        {
            return false;
        }

        _members.RemoveAll(m => Dominance.WeaklyDominates(trial.Losses.AsSpan(), m.Losses.AsSpan()));
        _members.Add(trial);
        return true;
    }

    /// <summary>Volume the front dominates within a reference point of losses.</summary>
    public double HypervolumeWithin(ImmutableArray<double> reference) => Hypervolume.Of(_members.Select(m => m.Losses), reference);
}
