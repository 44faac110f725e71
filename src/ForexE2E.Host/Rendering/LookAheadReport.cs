using System.Globalization;
using ForexE2E.Host.Json;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>The verdict on look-ahead on the console.</summary>
internal static class LookAheadReport
{
    public static void Show(IAnsiConsole console, LookAheadDocument d)
    {
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture, $"[bold]{d.Data.Symbol} {d.Data.Timeframe}[/]  {Figures.Day(d.Data.From)} to {Figures.LastDay(d.Data.To)}, {d.Cuts.Count} cuts, future taken away and changed");
        Table table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn("Component") { NoWrap = true }).AddColumn("What is compared")
            .AddColumn(new TableColumn("Cuts").RightAligned()).AddColumn(new TableColumn("Outputs compared").RightAligned()).AddColumn("Verdict");
        foreach (VerifiedComponentDocument v in d.Verified)
        {
            string verdict = v.Leaks ? "[red]looks ahead[/]" : v.Compared > 0 ? "clean" : "not compared";
            table.AddRow(Markup.Escape(v.Component), Markup.Escape(v.What), Figures.Count(v.Cuts), Figures.Count(v.Compared), verdict);
        }

        console.Write(table);
        foreach (LeakDocument l in d.Leaks)
        {
            string how = l.Test == "truncated" ? "is taken away" : "is another";
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture, $"[red]Look-ahead:[/] {l.Component}, bar {l.Bar} ({Figures.Instant(l.Time)}) changes when what follows bar {l.Cut} ({Figures.Instant(l.CutTime)}) {how}; {l.Times} of the cuts");
        }

        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{(d.LookAheadFound ? "Look-ahead found." : "No look-ahead found.")}[/]");
        Remarks.Show(console, d.Remarks);
    }
}
