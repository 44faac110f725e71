using ForexE2E.Domain.Runs;

namespace ForexE2E.Host.Json;

/// <summary>What 'run show' prints: the run with all its trials.</summary>
/// <param name="Best">Number of the chosen trial; null when there is none, or each regime has its own.</param>
/// <param name="BestByRegime">The choice of each regime in a per-regime run that has ended; otherwise empty.</param>
internal sealed record RunShowDocument(
    RunDocument Run,
    int? Best,
    IReadOnlyList<RegimeBestDocument> BestByRegime,
    IReadOnlyList<int> ParetoFront,
    IReadOnlyList<ValidationDocument> Validations,
    IReadOnlyList<TrialDocument> Trials) : Document("run_show")
{
    public static RunShowDocument Of(Run run, RunOutcome? outcome) => new(
        RunDocument.Of(run, outcome),
        outcome?.Best?.Value,
        RegimeBestDocument.Of(run, outcome),
        outcome is null ? [] : [.. outcome.ParetoFront.Select(n => n.Value)],
        ValidationDocument.Of(outcome),
        [.. run.Trials.Values.Select(t => TrialDocument.Of(t))]);
}
