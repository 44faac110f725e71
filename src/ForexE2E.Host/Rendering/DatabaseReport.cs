using System.Globalization;
using ForexE2E.Host.Terminals;
using ForexE2E.Storage.Database;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>How large a database is.</summary>
internal static class DatabaseReport
{
    public static void Show(Terminal terminal, DatabaseAddress address, DatabaseSize size)
    {
        terminal.Results.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{address}, {size.Server}: {size.Bytes / 1e6:N1} MB");
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("Table").AddColumn("Rows", c => c.RightAligned());
        foreach ((string name, long rows) in size.Rows)
        {
            table.AddRow(name, rows.ToString("N0", CultureInfo.InvariantCulture));
        }

        terminal.Results.Write(table);
    }
}
