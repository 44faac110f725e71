using ForexE2E.Domain.Parameters;

namespace ForexE2E.Host.Rendering;

/// <summary>The parameters as docs/parameters.md.</summary>
internal static class ParameterMarkdown
{
    public static void Write(TextWriter to, IReadOnlyList<ParameterDefinition> parameters)
    {
        to.Write("# Parameters\n\n");
        to.Write("Made by `forexe2e parameters list --markdown`; edit the catalogue in `src/ForexE2E.Domain/Parameters`, not this page.\n");
        foreach (IGrouping<ParameterGroup, ParameterDefinition> group in parameters.GroupBy(d => d.Group))
        {
            to.Write(FormattableString.Invariant($"\n## {group.Key.ToName()} ({group.Count()})\n\n"));
            to.Write("| parameter | type | values | default | matters when | effect |\n|---|---|---|---|---|---|\n");
            foreach (ParameterDefinition d in group)
            {
                string[] cells = [$"`{d.Name}`", d.Kind.ToString().ToLowerInvariant(), ParameterWords.Values(d), $"`{d.Format(d.Default)}`", Condition(d), d.Effect];
                to.Write($"| {string.Join(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
            }
        }

        to.Write("\n## Orders that every stored set keeps\n\nA suggestion that breaks one is repaired, and the repaired value is what is stored.\n\n");
        foreach (ParameterConstraint c in ParameterCatalog.Constraints)
        {
            to.Write(c.Gap == 0 ? $"- `{c.Lesser}` <= `{c.Greater}`\n" : FormattableString.Invariant($"- `{c.Lesser}` < `{c.Greater}` (repaired to a distance of {c.Gap})\n"));
        }
    }

    private static string Condition(ParameterDefinition d) => d.LiveWhen is null ? "always" : $"`{ParameterWords.LiveWhen(d)}`";
}
