using System.Globalization;
using ForexE2E.Host.Json;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>A history as a table of the trials that improved something, with what became of all of them.</summary>
internal static class HistoryReport
{
    public static void Show(IAnsiConsole console, HistoryDocument document)
    {
        foreach (HistoryGroupDocument group in document.Groups.Where(g => g.Points.Count > 0))
        {
            string states = string.Join(", ", group.States.Select(s => FormattableString.Invariant($"{s.Value} {s.Key}")));
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]Run {document.RunId}[/], {group.Regime}: {group.Points.Count} trials have ended ({states})");
            console.Write(TableOf(group));
            HistoryPointDocument last = group.Points[^1];
            int since = last.Finished - group.Points.Last(p => p.FrontChanged || p.Finished == 1).Finished;
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Best score {Figures.Ratio(last.BestScore)}; {last.FrontSize} trials on the front, unchanged for the last {since} trials. --json has every trial.");
        }
    }

    // The steps only: every trial of a long run would bury them.
    private static Table TableOf(HistoryGroupDocument group)
    {
        Table table = new Table().Border(TableBorder.Rounded).Title("Trials that improved the best score or the front")
            .AddColumn(new TableColumn("Ended").RightAligned()).AddColumn(new TableColumn("Trial").RightAligned()).AddColumn(new TableColumn("Score").RightAligned())
            .AddColumn(new TableColumn("Best so far").RightAligned()).AddColumn(new TableColumn("On the front").RightAligned());
        double? best = null;
        foreach (HistoryPointDocument point in group.Points)
        {
            if (point.FrontChanged || point.BestScore != best)
            {
                table.AddRow(Figures.Count(point.Finished), Figures.Count(point.Trial), Figures.Ratio(point.Score), Figures.Ratio(point.BestScore), Figures.Count(point.FrontSize));
            }

            best = point.BestScore;
        }

        return table;
    }
}
