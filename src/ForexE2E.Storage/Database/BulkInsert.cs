using System.Data.Common;
using LinqToDB.Data;
using LinqToDB.Mapping;
using Npgsql;
using NpgsqlTypes;

namespace ForexE2E.Storage.Database;

/// <summary>
/// Inserts many rows fast: binary COPY on PostgreSQL, one prepared statement on SQLite. (linq2db's own bulk copy to SQLite cuts
/// texts and instants, decimal text may lose a double's last bit, and its COPY costs several times the processor time.)
/// </summary>
internal static class BulkInsert
{
    public static async Task Into<T>(DataConnection db, IReadOnlyCollection<T> rows, CancellationToken cancellation)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        DbConnection connection = await db.OpenDbConnectionAsync(cancellation);
        if (connection is NpgsqlConnection postgres)
        {
            await Copy(db, postgres, rows, cancellation);
        }
        else
        {
            await Run(db, rows, "", cancellation);
        }
    }

    /// <summary>Passes over rows whose key is taken.</summary>
    public static Task IntoNew<T>(DataConnection db, IReadOnlyCollection<T> rows, CancellationToken cancellation)
        where T : class => Run(db, rows, " ON CONFLICT DO NOTHING", cancellation);

    private static Task Run<T>(DataConnection db, IReadOnlyCollection<T> rows, string end, CancellationToken cancellation)
        where T : class
    {
        (EntityDescriptor table, ColumnDescriptor[] columns) = Describe<T>(db);
        // Names of tables and columns come from the mapping classes alone.
        string sql = $"INSERT INTO {table.Name.Name} ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))}){end}";
        return RowStatements.Run(db, sql, [.. rows.Select(r => Array.ConvertAll(columns, c => c.MemberAccessor.GetValue(r)))], cancellation);
    }

    private static async Task Copy<T>(DataConnection db, NpgsqlConnection connection, IReadOnlyCollection<T> rows, CancellationToken cancellation)
        where T : class
    {
        (EntityDescriptor table, ColumnDescriptor[] columns) = Describe<T>(db);
        NpgsqlDbType[] types = Array.ConvertAll(columns, c => TypeOf(c.MemberType));
        await using NpgsqlBinaryImporter copy = await connection.BeginBinaryImportAsync($"COPY {table.Name.Name} ({Names(columns)}) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (T row in rows)
        {
            await copy.StartRowAsync(cancellation);
            for (int i = 0; i < columns.Length; i++)
            {
                await (columns[i].MemberAccessor.GetValue(row) is { } value ? copy.WriteAsync(value, types[i], cancellation) : copy.WriteNullAsync(cancellation));
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    private static (EntityDescriptor Table, ColumnDescriptor[] Columns) Describe<T>(DataConnection db)
    {
        EntityDescriptor table = db.MappingSchema.GetEntityDescriptor(typeof(T));
        return (table, [.. table.Columns.Where(c => !c.IsIdentity)]);
    }

    private static string Names(ColumnDescriptor[] columns) => string.Join(", ", columns.Select(c => c.ColumnName));

    private static NpgsqlDbType TypeOf(Type member) => Type.GetTypeCode(Nullable.GetUnderlyingType(member) ?? member) switch
    {
        TypeCode.Int32 => NpgsqlDbType.Integer,
        TypeCode.Int64 => NpgsqlDbType.Bigint,
        TypeCode.Double => NpgsqlDbType.Double,
        TypeCode.Boolean => NpgsqlDbType.Boolean,
        TypeCode.DateTime => NpgsqlDbType.Timestamp,
        TypeCode.String => NpgsqlDbType.Text,
        var other => throw new NotSupportedException($"Columns of type {other} are not written in bulk."),
    };
}
