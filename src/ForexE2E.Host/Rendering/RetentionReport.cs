using System.Globalization;
using ForexE2E.Host.Terminals;
using ForexE2E.Storage.Retention;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>Which runs went to the archive.</summary>
internal static class RetentionReport
{
    public static void Show(Terminal terminal, IReadOnlyList<OldRun> runs, bool isDry)
    {
        terminal.Results.MarkupLineInterpolated(
            CultureInfo.InvariantCulture, $"{runs.Count} runs {(isDry ? "would be archived; nothing was changed" : "archived")}.");
        if (runs.Count == 0)
        {
            return;
        }

        Table table = new Table().Border(TableBorder.Rounded).AddColumn("Run").AddColumn("Created (UTC)").AddColumn("Status")
            .AddColumn("Trials", c => c.RightAligned()).AddColumn("Stays");
        foreach (OldRun run in runs)
        {
            table.AddRow(
                run.RunId,
                run.CreatedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                run.Status,
                run.Trials.ToString(CultureInfo.InvariantCulture),
                run.OffersParameters ? "its row and the trials regime_parameters refers to" : "only the archive's row");
        }

        terminal.Results.Write(table);
    }
}
