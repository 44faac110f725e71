using System.Globalization;
using ForexE2E.Host.Json;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>A replayed trial beside what is stored.</summary>
internal static class ReplayReport
{
    public static void Show(IAnsiConsole console, ReplayDocument d)
    {
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]Run {d.RunId}, trial {d.Trial}[/]: {d.Windows} windows computed anew");
        if (d.Pruned)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]This trial was given up[/] after {d.Windows} of {d.WindowsATrial} windows; only those are compared. {d.Reason}");
        }

        console.Write(MetricsTable.Of(("Stored", d.Stored), ("Replayed", d.Replayed)));
        console.MarkupLine(d.Identical ? "[green]Identical to the last digit.[/]" : "[red]Not identical:[/]");
        Remarks.Show(console, d.SameData ? d.Differences : [.. d.Differences, "The market data are not those the run saw (another hash)."]);
    }
}
