using System.Globalization;
using ForexE2E.Host.Json;
using ForexE2E.Host.Terminals;
using ForexE2E.Storage.Database;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>Where a database's schema stands.</summary>
internal static class SchemaReport
{
    public static void Show(Terminal terminal, DatabaseAddress address, SchemaStatus status, bool asJson)
    {
        if (asJson)
        {
            JsonPrinter.Print(terminal.Output, SchemaDocument.Of(address, status), Documents.Default.SchemaDocument);
            return;
        }

        Table table = new Table().Border(TableBorder.Rounded).AddColumn("Version").AddColumn("Brings").AddColumn("Applied");
        foreach (SchemaVersion version in status.Versions)
        {
            table.AddRow(FormattableString.Invariant($"{version.Version}"), Markup.Escape(version.Name), version.Applied ? "yes" : "no");
        }

        terminal.Results.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{address}: {Standing(status)}");
        terminal.Results.Write(table);
    }

    private static string Standing(SchemaStatus status) => status switch
    {
        { IsNewer: true } => "made by a newer forexe2e; this one will not touch it",
        { IsCurrent: true } => "up to date",
        { IsAbsent: true } => "no tables yet; 'forexe2e migrate up' creates them",
        _ => "older than this program; 'forexe2e migrate up' brings it up to date",
    };
}
