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
        console.Write(d.OutOfSample is null
            ? RegimeTables.OfMetrics(("Walk forward", d.Regimes))
            : RegimeTables.OfMetrics(("In sample", d.Regimes), ("Out of sample", d.OutOfSampleRegimes)));
        foreach (IGrouping<string, ComponentDocument> idle in d.Components.Where(c => !c.Active).GroupBy(c => c.Reason, StringComparer.Ordinal))
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Without {string.Join(", ", idle.Select(c => c.Component))}: {idle.Key}");
        }

        Remarks.Show(console, d.Trades is null ? d.Remarks : [.. d.Remarks, $"Trades written to {d.Trades}."]);
    }
}
