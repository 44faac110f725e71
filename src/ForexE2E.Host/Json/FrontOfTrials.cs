using System.Collections.Immutable;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Assessment;
using ForexE2E.Optimization.Fronts;
using ForexE2E.Optimization.Selection;

namespace ForexE2E.Host.Json;

/// <summary>The front of trials that compete with each other, with its hypervolume and the choices made from it.</summary>
internal static class FrontOfTrials
{
    /// <param name="reference">Values of the objectives to measure the hypervolume from; empty: the defaults' or the worst.</param>
    public static FrontDocument Of(TrialGroup group, ImmutableArray<double> reference)
    {
        ImmutableArray<Trial> front = ParetoFront.Of(group.Trials, group.Objectives);
        Trial? best = BestTrials.ByScore(group.Trials);
        (ImmutableArray<double> from, string origin) = reference.IsEmpty ? OwnReference(group) : (reference, "asked");
        return new FrontDocument(
            group.Regime,
            [.. front.Select(t => new FrontMemberDocument(t.Number.Value, t.Result!.Score, t.Result.Objectives))],
            BestTrials.Knee(group.Trials, group.Objectives)?.Number.Value,
            best?.Number.Value,
            from.IsEmpty ? null : Hypervolume.Of(front.Select(t => group.Objectives.ToLosses(t.Result!.Objectives)), group.Objectives.ToLosses(from)),
            from.IsEmpty ? null : from,
            from.IsEmpty ? null : origin,
            best is null ? null : PlateauDocument.Of(group, best));
    }

    // What the defaults gave is the same for all runs over the same data, which makes their volumes comparable.
    private static (ImmutableArray<double> Values, string Origin) OwnReference(TrialGroup group)
    {
        Trial? defaults = group.Trials.FirstOrDefault(t => t.State == TrialState.Completed && t.Parameters.Equals(group.Space.Defaults));
        if (defaults?.Result?.Objectives is { IsDefaultOrEmpty: false } values)
        {
            return (values, "defaults");
        }

        TrialResult[] feasible = [.. group.Trials.Where(t => t.IsSelectable()).Select(t => t.Result!)];
        return feasible.Length == 0 ? ([], "") : ([.. group.Objectives.All.Select((o, i) => Worst(o, feasible.Select(r => r.Objectives[i])))], "worst");
    }

    private static double Worst(Objective objective, IEnumerable<double> values) =>
        objective.Direction == Direction.Minimize ? values.Max() : values.Min();
}
