using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Optimization.Understanding;

/// <summary>
/// Which parameters matter for an objective. fANOVA: the share of the variance that main effects explain in a random forest fitted
/// to the trials (Hutter, Hoos and Leyton-Brown 2014). PED-ANOVA: how differently the best trials are spread from all of them (Watanabe
/// et al. 2023). Both look at a conditional parameter only where it mattered.
/// </summary>
public static class ParameterImportance
{
    /// <summary>Least number of trials an importance can be computed from.</summary>
    public const int LeastTrials = 10;

    /// <summary>Shares by fANOVA, greatest first; empty with too few trials.</summary>
    /// <param name="objective">Index of the objective.</param>
    /// <param name="top">Most parameters returned.</param>
    public static ImmutableArray<ImportanceShare> ByForest(ParameterSpace space, IEnumerable<ObservedTrial> trials, int objective, int top = 20, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(space);
        var table = new TrialTable(space, trials);
        return table.Count < LeastTrials ? [] : Ranked(table, new ForestVariance(table, objective, seed).MainEffects(), top);
    }

    /// <summary>Shares by PED-ANOVA, greatest first; empty with too few trials. Fast: for screening while a run goes on.</summary>
    /// <param name="bestShare">Share of the trials that count as best.</param>
    public static ImmutableArray<ImportanceShare> ByDivergence(ParameterSpace space, IEnumerable<ObservedTrial> trials, int objective, int top = 20, double bestShare = 0.1)
    {
        ArgumentNullException.ThrowIfNull(space);
        var table = new TrialTable(space, trials);
        return table.Count < LeastTrials ? [] : Ranked(table, PearsonDivergence.Of(table, objective, bestShare), top);
    }

    private static ImmutableArray<ImportanceShare> Ranked(TrialTable table, double[] shares, int top) =>
    [
        .. shares.Select((s, a) => new ImportanceShare(table.NameOf(a), s, table.Live.Count(l => l[a]) / (double)table.Count))
            .OrderByDescending(s => s.Share).ThenBy(s => s.Parameter, StringComparer.Ordinal).Take(top),
    ];
}
