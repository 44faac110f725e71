using ForexE2E.Domain.Markets;
using ForexE2E.Host.Json;

namespace ForexE2E.Host.Composition;

/// <summary>Compares said regimes with true ones, bar by bar.</summary>
internal static class RegimeScore
{
    /// <param name="said">Start of a bar and the regime known at its close.</param>
    /// <param name="truth">True state by start of bar; bars without one are not compared.</param>
    public static RegimeScoreDocument Of(IReadOnlyList<(DateTime Bar, Regime Said)> said, IReadOnlyDictionary<DateTime, Regime> truth)
    {
        List<(Regime True, Regime Said)> pairs = [.. said.Where(s => truth.ContainsKey(s.Bar)).Select(s => (truth[s.Bar], s.Said))];
        return new RegimeScoreDocument(
            pairs.Count,
            pairs.Count == 0 ? null : (double)pairs.Count(p => p.True == p.Said) / pairs.Count,
            pairs.Count == 0 ? null : (double)pairs.GroupBy(p => p.True).Max(g => g.Count()) / pairs.Count,
            RegimeNames.States.ToDictionary(
                t => t.ToName(),
                t => (IReadOnlyDictionary<string, int>)RegimeNames.States.ToDictionary(s => s.ToName(), s => pairs.Count(p => p.True == t && p.Said == s), StringComparer.Ordinal),
                StringComparer.Ordinal));
    }
}
