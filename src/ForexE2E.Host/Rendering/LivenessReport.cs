using System.Globalization;
using ForexE2E.Host.Json;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>The liveness of parameters on the console.</summary>
internal static class LivenessReport
{
    public static void Show(IAnsiConsole console, LivenessDocument d)
    {
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture, $"[bold]{d.Data.Symbol} {d.Data.Timeframe}[/]  {Figures.Day(d.Data.From)} to {Figures.LastDay(d.Data.To)}, {d.Windows} windows, {d.DefaultTrades} trades at the defaults");
        console.Write(Living(d.Parameters.Where(p => p.State != "dead")));
        ParameterLivenessDocument[] dead = [.. d.Parameters.Where(p => p.State == "dead")];
        if (dead.Length > 0)
        {
            console.Write(Dead(dead));
        }

        LivenessCountDocument s = d.Summary;
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture, $"[bold]{s.Live + s.LiveFromBase} of {s.Parameters} parameters are live[/]: {s.Live} at the defaults, {s.LiveFromBase} from another base point; {s.Dead} dead.");
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"By group: {string.Join(", ", s.LiveByGroup.Select(g => $"{g.Key} {g.Value}"))}");
        Remarks.Show(console, d.Remarks);
    }

    private static Table Living(IEnumerable<ParameterLivenessDocument> parameters)
    {
        Table table = new Table().Border(TableBorder.Rounded)
            .AddColumn(new TableColumn("Live") { NoWrap = true }).AddColumn("Change").AddColumn("From base").AddColumn(new TableColumn("Trades").RightAligned())
            .AddColumn(new TableColumn("Sizes").RightAligned()).AddColumn(new TableColumn("Exits").RightAligned()).AddColumn("First difference");
        foreach (ParameterLivenessDocument p in parameters)
        {
            TradeChangeDocument c = p.Change!;
            string[] cells = [p.Name, $"{p.From} to {p.To}", p.Base!, Figures.Count(c.Trades), Figures.Count(c.Sizes), Figures.Count(c.Exits), First(c)];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        return table;
    }

    private static Table Dead(IReadOnlyList<ParameterLivenessDocument> parameters)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn("Dead") { NoWrap = true }).AddColumn("Why").AddColumn("What would show it");
        foreach (IGrouping<(string Reason, string Hint), ParameterLivenessDocument> alike in parameters.GroupBy(p => (p.Reason, p.Hint)))
        {
            table.AddRow(Markup.Escape(string.Join('\n', alike.Select(p => p.Name))), Markup.Escape(alike.Key.Reason), Markup.Escape(alike.Key.Hint));
        }

        return table;
    }

    private static string First(TradeChangeDocument c)
    {
        ChangedTradeDocument trade = (c.Before ?? c.After)!;
        string what = c.First switch
        {
            "sizes" => $"{c.Before!.MicroLots} became {c.After!.MicroLots} micro-lots",
            "exits" => $"{c.Before!.Reason} became {c.After!.Reason}",
            _ => c.After is null ? "no longer" : c.Before is null ? "new" : "other side",
        };
        return $"{Figures.Instant(trade.EntryTime)} {trade.Side}, {what}";
    }
}
