using ForexE2E.Backtesting.Liveness;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Host.Json;

/// <summary>How many parameters are in which state.</summary>
internal sealed record LivenessCountDocument(int Parameters, int Live, int LiveFromBase, int Dead, IReadOnlyDictionary<string, string> LiveByGroup)
{
    public static LivenessCountDocument Of(IReadOnlyCollection<ParameterLiveness> all) => new(
        all.Count,
        all.Count(p => p.State == LivenessState.Live),
        all.Count(p => p.State == LivenessState.LiveFromBase),
        all.Count(p => p.State == LivenessState.Dead),
        all.GroupBy(p => p.Parameter.Group).OrderBy(g => g.Key).ToDictionary(
            g => g.Key.ToName(), g => FormattableString.Invariant($"{g.Count(p => p.State != LivenessState.Dead)} of {g.Count()}"), StringComparer.Ordinal));
}
