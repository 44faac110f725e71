using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Assessment;

namespace ForexE2E.Host.Json;

/// <summary>What 'optimize' and 'run resume' print: the run, its best trial, and what it is worth outside the search.</summary>
/// <param name="Best">Null when no trial was feasible, the run has not ended, or each regime has its own.</param>
/// <param name="BestByRegime">The choice of each regime in a per-regime run; otherwise empty.</param>
/// <param name="ParetoFront">Numbers of the non-dominated feasible trials.</param>
/// <param name="OverfittingRisk">Null when it cannot be told.</param>
/// <param name="Remarks">Sentences for people.</param>
/// <param name="ResumeCommand">Null unless the run can be resumed.</param>
internal sealed record OptimizeDocument(
    RunDocument Run,
    TrialDocument? Best,
    IReadOnlyList<RegimeBestDocument> BestByRegime,
    IReadOnlyList<int> ParetoFront,
    IReadOnlyList<ValidationDocument> Validations,
    bool? OverfittingRisk,
    IReadOnlyList<string> Remarks,
    string? ResumeCommand) : Document("optimize")
{
    public static OptimizeDocument Of(Run run, RunOutcome outcome, string? resumeCommand)
    {
        Judgement judgement = Judgement.Of(run.Definition, outcome);
        Trial? best = outcome.Best is { } number ? run.Trials[number] : null;
        return new OptimizeDocument(
            RunDocument.Of(run, outcome),
            best is null ? null : TrialDocument.Of(best),
            RegimeBestDocument.Of(run, outcome),
            [.. outcome.ParetoFront.Select(n => n.Value)],
            ValidationDocument.Of(outcome),
            judgement.OverfittingRisk,
            judgement.Words,
            resumeCommand);
    }
}
