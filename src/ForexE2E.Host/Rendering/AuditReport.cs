using System.Globalization;
using ForexE2E.Host.Terminals;
using ForexE2E.Storage.Audit;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>The audit trail as a table.</summary>
internal static class AuditReport
{
    public static void Show(Terminal terminal, IReadOnlyList<AuditEntry> entries)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("At (UTC)").AddColumn("Who").AddColumn("Did").AddColumn("To").AddColumn("Detail");
        foreach (AuditEntry entry in entries)
        {
            table.AddRow(
                entry.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                Markup.Escape(entry.Actor),
                entry.Action,
                Markup.Escape(entry.Subject),
                Markup.Escape(entry.Detail ?? ""));
        }

        terminal.Results.Write(table);
    }
}
