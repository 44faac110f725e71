using System.Globalization;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;

namespace ForexE2E.Storage.Database;

/// <summary>Instants as text to the microsecond, which sorts as time does; linq2db by itself stops at the millisecond.</summary>
internal static class SqliteMappings
{
    public static MappingSchema Schema { get; } = Create();

    private static MappingSchema Create()
    {
        MappingSchema schema = new("forexe2e-sqlite");
        schema.SetConverter<DateTime, DataParameter>(v => new DataParameter(null, Text(v), DataType.VarChar));
        schema.SetConverter<DateTime?, DataParameter>(v => new DataParameter(null, v is { } known ? Text(known) : null, DataType.VarChar));
        schema.SetValueToSqlConverter(typeof(DateTime), (text, _, _, v) => text.Append('\'').Append(Text((DateTime)v)).Append('\''));
        return schema;
    }

    // As the driver itself writes them in BulkInsert.
    private static string Text(DateTime instant) => instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
