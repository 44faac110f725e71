using System.Data.Common;
using LinqToDB.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ForexE2E.Storage.Database;

/// <summary>
/// Runs sentences of this program by the driver alone, for what is done with every trial: building them anew each time would cost
/// more than the database takes. Parameters are $1, $2 and so on in both databases.
/// </summary>
internal static class RowStatements
{
    /// <summary>
    /// Runs sentences, each for all its rows, in their order. On PostgreSQL all of it is one question and one answer: a coordinator's
    /// writes wait for the way there and back, not for the server.
    /// </summary>
    public static async Task Run(DataConnection db, IReadOnlyCollection<RowStatement> statements, CancellationToken cancellation)
    {
        RowStatement[] some = [.. statements.Where(s => s.Rows.Count > 0)];
        if (some.Length == 0)
        {
            return;
        }

        DbConnection connection = await db.OpenDbConnectionAsync(cancellation);
        if (connection is SqliteConnection sqlite)
        {
            Array.ForEach(some, s => Run(db, sqlite, s, cancellation));
            return;
        }

        await using NpgsqlBatch batch = new((NpgsqlConnection)connection, (NpgsqlTransaction?)db.Transaction);
        foreach ((string sql, object?[] row) in some.SelectMany(s => s.Rows.Select(r => (s.Sql, r))))
        {
            batch.BatchCommands.Add(Command(sql, row));
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlBatchCommand Command(string sql, object?[] row)
    {
#pragma warning disable CA2100 // A sentence of this program.
        NpgsqlBatchCommand command = new(sql);
#pragma warning restore CA2100
        command.Parameters.AddRange(Array.ConvertAll(row, v => new NpgsqlParameter { Value = v ?? DBNull.Value }));
        return command;
    }

    /// <summary>The rows a sentence gives.</summary>
    public static async Task<List<T>> Query<T>(DataConnection db, string sql, object[] parameters, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        DbConnection connection = await db.OpenDbConnectionAsync(cancellation);
        await using DbCommand command = connection.CreateCommand();
        command.Transaction = db.Transaction;
#pragma warning disable CA2100 // A sentence of this program.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (int i = 0; i < parameters.Length; i++)
        {
            command.Parameters.Add(connection is SqliteConnection
                ? new SqliteParameter($"${i + 1}", parameters[i])
                : new NpgsqlParameter { Value = parameters[i] });
        }

        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<T> rows = [];
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static void Run(DataConnection db, SqliteConnection connection, RowStatement statement, CancellationToken cancellation)
    {
        (string sql, IReadOnlyCollection<object?[]> rows) = statement;
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Transaction;
#pragma warning disable CA2100 // A sentence of this program.
        command.CommandText = sql;
#pragma warning restore CA2100
        SqliteParameter[] parameters = [.. rows.First().Select((_, i) => command.Parameters.Add(new SqliteParameter($"${i + 1}", null)))];
        command.Prepare();
        foreach (object?[] row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < parameters.Length; i++)
            {
                parameters[i].Value = row[i] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }
}
