using ForexE2E.Domain.Trials;

namespace ForexE2E.Optimization.Selection;

/// <summary>Which trials of a run may be chosen.</summary>
public static class SelectableTrials
{
    /// <summary>Completed, limits kept, every objective defined and finite.</summary>
    public static bool IsSelectable(this Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return trial is { State: TrialState.Completed, Result: { IsFeasible: true } result } && result.Objectives.All(double.IsFinite);
    }
}
