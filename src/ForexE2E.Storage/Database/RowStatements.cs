using System.Data.Common;
using LinqToDB.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ForexE2E.Storage.Database;

/// <summary>
/// Runs one statement for many rows: prepared once, on PostgreSQL sent together. Its parameters are $1, $2 and so on in both
/// databases.
/// </summary>
internal static class RowStatements
{
    /// <param name="sql">A sentence of this program; never made of what a user gave.</param>
    /// <param name="rows">The parameters of each row; null is NULL.</param>
    public static async Task Run(DataConnection db, string sql, IReadOnlyCollection<object?[]> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return;
        }

        DbConnection connection = await db.OpenDbConnectionAsync(cancellation);
        if (connection is SqliteConnection sqlite)
        {
            Run(db, sqlite, sql, rows, cancellation);
        }
        else
        {
            await Run(db, (NpgsqlConnection)connection, sql, rows, cancellation);
        }
    }

    private static async Task Run(DataConnection db, NpgsqlConnection connection, string sql, IReadOnlyCollection<object?[]> rows, CancellationToken cancellation)
    {
        await using NpgsqlBatch batch = new(connection, (NpgsqlTransaction?)db.Transaction);
        foreach (object?[] row in rows)
        {
#pragma warning disable CA2100 // A sentence of this program.
            NpgsqlBatchCommand command = new(sql);
#pragma warning restore CA2100
            foreach (object? value in row)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static void Run(DataConnection db, SqliteConnection connection, string sql, IReadOnlyCollection<object?[]> rows, CancellationToken cancellation)
    {
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
