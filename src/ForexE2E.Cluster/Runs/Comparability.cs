using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Runs;

/// <summary>Whether results of two runs mean the same: same data, span, windows, costs, account, limits, objectives and components.</summary>
internal static class Comparability
{
    /// <summary>What differs first, in words; null: nothing.</summary>
    public static string? WhyNot(Run earlier, RunDefinition definition, RunRecord record)
    {
        RunDefinition theirs = earlier.Definition;
        return theirs.Market != definition.Market ? $"its market was {theirs.Market}"
            : (theirs.From, theirs.To) != (definition.From, definition.To) ? FormattableString.Invariant($"its span was {theirs.From:yyyy-MM-dd} to {theirs.To:yyyy-MM-dd}")
            : earlier.Record.DataHash != record.DataHash ? "its market data or models were others"
            : theirs.WalkForward != definition.WalkForward ? "its windows were cut otherwise"
            : theirs.Costs != definition.Costs ? "its costs were others"
            : theirs.Account != definition.Account ? "its account was another"
            : theirs.Feasibility != definition.Feasibility ? "its limits were others"
            : theirs.PeriodsPerYear != definition.PeriodsPerYear ? "it annualised otherwise"
            : theirs.RegimeMode != definition.RegimeMode ? "its regime mode was another"
            : !theirs.Objectives.All.SequenceEqual(definition.Objectives.All) ? "its objectives were others"
            : !Active(earlier.Record).SequenceEqual(Active(record)) ? "other components took part"
            : null;
    }

    private static IEnumerable<Component> Active(RunRecord record) => record.Components.Where(c => c.Active).Select(c => c.Component).Order();
}
