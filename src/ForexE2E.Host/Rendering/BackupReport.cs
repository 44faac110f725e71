using System.Globalization;
using ForexE2E.Host.Json;
using ForexE2E.Host.Terminals;
using ForexE2E.Storage.Backups;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>What a backup holds.</summary>
internal static class BackupReport
{
    public static void Show(Terminal terminal, string path, BackupManifest manifest, string headline, bool asJson)
    {
        if (asJson)
        {
            JsonPrinter.Print(terminal.Output, BackupDocument.Of(path, manifest), Documents.Default.BackupDocument);
            return;
        }

        Table table = new Table().Border(TableBorder.Rounded).AddColumn("Table").AddColumn("Rows", c => c.RightAligned());
        foreach (BackupPart part in manifest.Tables)
        {
            table.AddRow(part.Table, part.Rows.ToString("N0", CultureInfo.InvariantCulture));
        }

        terminal.Results.MarkupLineInterpolated(
            CultureInfo.InvariantCulture, $"{headline}: {manifest.Rows:N0} rows, made {manifest.CreatedAt:yyyy-MM-dd HH:mm:ss} UTC, schema {manifest.Schema}");
        terminal.Results.Write(table);
    }
}
