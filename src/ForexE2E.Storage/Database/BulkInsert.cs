using LinqToDB.Data;
using LinqToDB.Mapping;

namespace ForexE2E.Storage.Database;

/// <summary>
/// Makes the sentence that inserts rows of a mapping class. (linq2db's own bulk copy to SQLite cuts texts and instants, decimal text may
/// lose a double's last bit, and to PostgreSQL each table is a conversation of its own.)
/// </summary>
internal static class BulkInsert
{
    public static RowStatement Of<T>(DataConnection db, IEnumerable<T> rows)
        where T : class => Of(db, rows, "");

    /// <summary>Passes over rows whose key is taken.</summary>
    public static RowStatement OfNew<T>(DataConnection db, IEnumerable<T> rows)
        where T : class => Of(db, rows, " ON CONFLICT DO NOTHING");

    private static RowStatement Of<T>(DataConnection db, IEnumerable<T> rows, string end)
        where T : class
    {
        EntityDescriptor table = db.MappingSchema.GetEntityDescriptor(typeof(T));
        ColumnDescriptor[] columns = [.. table.Columns.Where(c => !c.IsIdentity)];
        // Names of tables and columns come from the mapping classes alone.
        string sql = $"INSERT INTO {table.Name.Name} ({string.Join(", ", columns.Select(c => c.ColumnName))}) "
            + $"VALUES ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))}){end}";
        return new RowStatement(sql, [.. rows.Select(r => Array.ConvertAll(columns, c => c.MemberAccessor.GetValue(r)))]);
    }
}
