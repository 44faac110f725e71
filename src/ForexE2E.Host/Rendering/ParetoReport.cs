using System.Globalization;
using ForexE2E.Host.Json;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>A front as a table, best score first.</summary>
internal static class ParetoReport
{
    public static void Show(IAnsiConsole console, ParetoDocument document)
    {
        foreach (FrontDocument front in document.Groups.Where(g => g.Members.Count > 0))
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture, $"[bold]Run {document.RunId}[/], {front.Regime}: {front.Members.Count} trials on the Pareto front{(document.Ended ? "" : " so far")}; beside each objective, whether more or less is better");
            console.Write(TableOf(front, document.Objectives));
            if (front.Hypervolume is { } volume)
            {
                string origin = front.ReferenceIs switch { "asked" => "as asked", "defaults" => "what the defaults gave", _ => "the worst seen" };
                string reference = string.Join(", ", front.Reference!.Select(v => v.ToString("0.###", CultureInfo.InvariantCulture)));
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Hypervolume: [bold]{volume:0.######}[/] beyond {reference} ({origin})");
            }

            PlateauWords.Show(console, front.Plateau);
        }
    }

    private static Table TableOf(FrontDocument front, IReadOnlyList<ObjectiveDocument> objectives)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn("Trial").RightAligned()).AddColumn(new TableColumn("Score").RightAligned());
        foreach (ObjectiveDocument objective in objectives)
        {
            table.AddColumn(new TableColumn($"{objective.Metric} ({(objective.Direction == "minimize" ? "less" : "more")})").RightAligned());
        }

        table.AddColumn("");
        foreach (FrontMemberDocument member in front.Members.OrderByDescending(m => m.Score).ThenBy(m => m.Trial))
        {
            string remark = string.Join(", ", new[] { member.Trial == front.Best ? "best score" : null, member.Trial == front.Knee ? "knee" : null }.OfType<string>());
            table.AddRow([Figures.Count(member.Trial), Figures.Ratio(member.Score), .. member.Objectives.Select(v => Figures.Ratio(v)), remark]);
        }

        return table;
    }
}
