using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Host.Json;

/// <summary>A parameter set measured outside the search.</summary>
/// <param name="Subject">best (in a per-regime run the sets of all regimes together) or defaults.</param>
/// <param name="Sample">in_sample or out_of_sample.</param>
internal sealed record ValidationDocument(string Subject, string Sample, bool Feasible, double? Score, double Violation, PerformanceMetrics Metrics, IReadOnlyList<RegimeDocument> Regimes)
{
    public static IReadOnlyList<ValidationDocument> Of(RunOutcome? outcome) => outcome is null ? [] :
    [
        .. outcome.Validations.Select(v => new ValidationDocument(v.Subject, v.Sample, v.Result.IsFeasible, v.Result.Score, v.Result.Violation, v.Result.Metrics, RegimeDocument.Of(v.Result.ByRegime))),
    ];
}
