using System.Data.Common;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;
using Microsoft.Data.Sqlite;

namespace ForexE2E.Storage.Database;

/// <summary>
/// Inserts many rows fast: binary COPY on PostgreSQL, one prepared statement on SQLite. (linq2db's own bulk copy to SQLite
/// cuts texts and instants, and decimal text may lose a double's last bit.)
/// </summary>
internal static class BulkInsert
{
    private static readonly BulkCopyOptions Copy = new(BulkCopyType: BulkCopyType.ProviderSpecific);

    public static async Task Into<T>(DataConnection db, IReadOnlyCollection<T> rows, CancellationToken cancellation)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        DbConnection connection = await db.OpenDbConnectionAsync(cancellation);
        if (connection is SqliteConnection)
        {
            await Run(db, rows, "", cancellation);
        }
        else
        {
            await db.BulkCopyAsync(Copy, rows, cancellation);
        }
    }

    /// <summary>Passes over rows whose key is taken.</summary>
    public static Task IntoNew<T>(DataConnection db, IReadOnlyCollection<T> rows, CancellationToken cancellation)
        where T : class => Run(db, rows, " ON CONFLICT DO NOTHING", cancellation);

    private static Task Run<T>(DataConnection db, IReadOnlyCollection<T> rows, string end, CancellationToken cancellation)
        where T : class
    {
        EntityDescriptor table = db.MappingSchema.GetEntityDescriptor(typeof(T));
        ColumnDescriptor[] columns = [.. table.Columns.Where(c => !c.IsIdentity)];
        // Names of tables and columns come from the mapping classes alone.
        string sql = $"INSERT INTO {table.Name.Name} ({string.Join(", ", columns.Select(c => c.ColumnName))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))}){end}";
        return RowStatements.Run(db, sql, [.. rows.Select(r => Array.ConvertAll(columns, c => c.MemberAccessor.GetValue(r)))], cancellation);
    }
}
