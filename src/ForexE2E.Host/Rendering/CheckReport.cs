using ForexE2E.Host.Json;
using ForexE2E.Storage.MarketData.Checks;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>What a bar file holds and what is wrong with it, on the console.</summary>
internal static class CheckReport
{
    public static void Show(IAnsiConsole console, BarFileReport r)
    {
        string span = r is { First: { } first, Last: { } last } ? $"{Figures.Instant(first)} to {Figures.Instant(last)} UTC" : "no usable bar";
        Grid facts = new Grid().AddColumn().AddColumn();
        Add(facts, "File", r.Path);
        Add(facts, "Format", r.Format);
        Add(facts, "Market", $"{r.Symbol?.Code ?? "pair not said"} {r.Timeframe?.ToString() ?? "unknown timeframe"}, {Words.Of(r.Side)} prices, {r.Digits} decimals");
        Add(facts, "Clock", $"{r.TimeZone} ({r.TimeZoneOrigin})");
        Add(facts, "Bars", $"{Figures.Count(r.Bars)} of {Figures.Count(r.Rows)} rows, {span}");
        Add(facts, "Coverage", $"{Figures.Fraction(r.Coverage)} of the open hours");
        Add(facts, "Volume, spread", $"{(r.HasVolume ? "volume" : "no volume")}, {(r.HasSpread ? "spread" : "no spread")}");
        console.Write(facts);
        if (r.Findings.Length > 0)
        {
            console.Write(Findings(r));
        }

        console.MarkupLine(Verdict(r));
    }

    private static void Add(Grid facts, string name, string value) => facts.AddRow($"[bold]{name}[/]", Markup.Escape(value));

    private static Table Findings(BarFileReport r)
    {
        Table table = new Table().Border(TableBorder.Rounded)
            .AddColumn("").AddColumn(new TableColumn("Count").RightAligned()).AddColumn(new TableColumn("First at") { NoWrap = true }).AddColumn("What").AddColumn("Remedy");
        foreach (BarFileFinding f in r.Findings)
        {
            string where = f.FirstLine is { } line ? FormattableString.Invariant($"line {line}") : "";
            string when = f.FirstStamp is { } stamp ? Figures.Instant(stamp) : "";
            string colour = f.Severity switch { FindingSeverity.Error => "red", FindingSeverity.Warning => "yellow", _ => "grey" };
            table.AddRow(
                $"[{colour}]{Words.Of(f.Severity)}[/]", Figures.Count(f.Count), Markup.Escape($"{where}\n{when}".Trim()), Markup.Escape(f.Explanation), Markup.Escape(f.Remedy));
        }

        return table;
    }

    private static string Verdict(BarFileReport r) => r.Findings.Select(f => f.Severity).DefaultIfEmpty(FindingSeverity.Info).Max() switch
    {
        FindingSeverity.Error => "[red]A backtest would refuse this file.[/]",
        FindingSeverity.Warning => "[yellow]Usable; look at the warnings before you believe results.[/]",
        _ => "[green]Nothing that would spoil a backtest.[/]",
    };
}
