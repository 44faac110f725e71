using System.Globalization;
using ForexE2E.Host.Json;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>Importance as a table: one target, both methods side by side.</summary>
internal static class ImportanceReport
{
    private const int BarWidth = 24;

    public static void Show(IAnsiConsole console, ImportanceDocument document, int target)
    {
        foreach (ImportanceGroupDocument group in document.Groups.Where(g => g.Targets[target].ByForest.Count > 0))
        {
            ImportanceTargetDocument t = group.Targets[target];
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]Run {document.RunId}[/], {group.Regime}: what explains {t.Of}, from {group.Trials} completed trials");
            console.Write(TableOf(t));
        }

        console.WriteLine("fANOVA: share of the variance over the whole space. PED-ANOVA: share of what sets the best tenth apart. Live: share of the trials in which the parameter mattered.");
    }

    private static Table TableOf(ImportanceTargetDocument target)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("Parameter").AddColumn(new TableColumn("fANOVA").RightAligned()).AddColumn("")
            .AddColumn(new TableColumn("PED-ANOVA").RightAligned()).AddColumn(new TableColumn("Live").RightAligned());
        double most = Math.Max(target.ByForest.Max(s => s.Forest), 1e-12);
        foreach (ShareDocument share in target.ByForest)
        {
            table.AddRow(
                Markup.Escape(share.Parameter), Figures.Fraction(share.Forest), new string('#', (int)Math.Round(BarWidth * share.Forest / most)),
                Figures.Fraction(share.Divergence), Figures.Fraction(share.LiveShare));
        }

        return table;
    }
}
