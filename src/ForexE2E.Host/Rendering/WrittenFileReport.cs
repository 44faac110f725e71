using System.Globalization;
using ForexE2E.Host.Json;
using ForexE2E.Host.Terminals;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>Says which bar file was written.</summary>
internal static class WrittenFileReport
{
    public static void Show(Terminal terminal, BarFileDocument document, bool asJson)
    {
        if (asJson)
        {
            JsonPrinter.Print(terminal.Output, document, Documents.Default.BarFileDocument);
            return;
        }

        string span = document is { From: { } from, To: { } to } ? $"{Figures.Instant(from)} to {Figures.Instant(to)} UTC" : "no bars";
        string source = document.SourceFormat is null ? "" : $"; read as {document.SourceFormat}, clock {document.SourceTimeZone}";
        terminal.Results.MarkupLineInterpolated(
            CultureInfo.InvariantCulture, $"Wrote {document.File}: {Figures.Count(document.Bars)} bars of {document.Symbol} {document.Timeframe}, {span}, {document.PriceSide} prices{source}");
        Remarks.Show(terminal.Results, document.Generated ? [.. document.Notes, "Generated bars: not a real market."] : document.Notes);
    }
}
