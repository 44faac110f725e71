using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Optimization.Selection;

namespace ForexE2E.Host.Assessment;

/// <summary>Where a run stands that has no stored outcome: the best and the front of its finished trials, nothing validated.</summary>
internal static class OutcomeSoFar
{
    public static RunOutcome Of(Run run) => new(
        run.State,
        run.State == RunState.Running ? "still running, or its process died: 'forexe2e run resume' goes on with it" : run.StopReason ?? "no reason was stored",
        IsParted(run) ? null : BestTrials.ByScore(run.Trials.Values)?.Number,
        [.. run.Trials.Values.GroupBy(t => t.Regime).SelectMany(g => ParetoFront.Of(g, run.Definition.Objectives)).Select(t => t.Number).Order()],
        [],
        TimeSpan.Zero)
    {
        ByRegime = IsParted(run)
            ? [.. RegimeNames.States.Select(r => new RegimeOutcome(r, BestTrials.ByScore(run.Trials.Values.Where(t => t.Regime == r))?.Number, null))]
            : [],
    };

    private static bool IsParted(Run run) => run.Definition.RegimeMode == RegimeMode.PerRegime;
}
