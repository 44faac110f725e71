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

    public static async Task Into<T>(DataConnection db, IEnumerable<T> rows, CancellationToken cancellation)
        where T : class
    {
        DbConnection connection = await db.OpenDbConnectionAsync(cancellation);
        if (connection is SqliteConnection sqlite)
        {
            Insert(db, sqlite, rows, cancellation);
        }
        else
        {
            await db.BulkCopyAsync(Copy, rows, cancellation);
        }
    }

    private static void Insert<T>(DataConnection db, SqliteConnection connection, IEnumerable<T> rows, CancellationToken cancellation)
        where T : class
    {
        EntityDescriptor table = db.MappingSchema.GetEntityDescriptor(typeof(T));
        ColumnDescriptor[] columns = [.. table.Columns.Where(c => !c.IsIdentity)];
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Transaction;
        // Names of tables and columns come from the mapping classes alone.
#pragma warning disable CA2100
        command.CommandText =
            $"INSERT INTO {table.Name.Name} ({string.Join(", ", columns.Select(c => c.ColumnName))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
#pragma warning restore CA2100
        SqliteParameter[] parameters = [.. columns.Select((_, i) => command.Parameters.Add(new SqliteParameter($"$p{i}", null)))];
        command.Prepare();
        foreach (T row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < columns.Length; i++)
            {
                parameters[i].Value = columns[i].MemberAccessor.GetValue(row) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }
}
