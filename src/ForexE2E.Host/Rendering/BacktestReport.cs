using System.Globalization;
using ForexE2E.Host.Json;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>A strategy backtest on the console.</summary>
internal static class BacktestReport
{
    public static void Show(IAnsiConsole console, BacktestDocument d)
    {
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture, $"[bold]{d.Data.Symbol} {d.Data.Timeframe}[/]  {Figures.Day(d.Data.From)} to {Figures.LastDay(d.Data.To)}, {d.Windows} windows, {(d.Data.Generated ? "generated bars" : d.Data.Bars!)}");
        console.Write(d.OutOfSample is null
            ? MetricsTable.Of(("Walk forward", d.Metrics))
            : MetricsTable.Of(("In sample", d.Metrics), ("Out of sample", d.OutOfSample)));
        Table regimes = new Table().Border(TableBorder.Rounded).AddColumn("Regime at entry")
            .AddColumn(new TableColumn("Trades").RightAligned()).AddColumn(new TableColumn("Won").RightAligned()).AddColumn(new TableColumn("Net profit").RightAligned());
        foreach (RegimeDocument r in d.Regimes)
        {
            regimes.AddRow(r.Regime, Figures.Count(r.Trades), Figures.Count(r.Wins), Figures.Money(r.NetProfit));
        }

        console.Write(regimes);
        foreach (IGrouping<string, ComponentDocument> idle in d.Components.Where(c => !c.Active).GroupBy(c => c.Reason, StringComparer.Ordinal))
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Without {string.Join(", ", idle.Select(c => c.Component))}: {idle.Key}");
        }

        Remarks.Show(console, d.Trades is null ? d.Remarks : [.. d.Remarks, $"Trades written to {d.Trades}."]);
    }
}
