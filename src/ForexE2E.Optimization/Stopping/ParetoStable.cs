using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Selection;

namespace ForexE2E.Optimization.Stopping;

/// <summary>Stops when the last trials left the Pareto front as it was (specification 7.4). Needs a front to begin with.</summary>
/// <param name="Trials">Finished trials in a row.</param>
public sealed record ParetoStable(int Trials) : IStopRule
{
    public string? ReasonToStop(Run run, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(run);
        var front = new ParetoFront();
        int unchanged = 0;
        foreach (Trial trial in FinishedTrials.Of(run))
        {
            bool changed = trial.IsSelectable() && front.Add(ObservedTrial.Completed(
                trial.Number.Value, trial.Parameters, run.Definition.Objectives.ToLosses(trial.Result!.Objectives)));
            unchanged = changed ? 0 : unchanged + 1;
        }

        return front.Members.Count > 0 && unchanged >= Trials
            ? FormattableString.Invariant($"The Pareto front of {front.Members.Count} trials has not changed in the last {unchanged} trials.")
            : null;
    }
}
