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

    /// <summary>The rows a question gives.</summary>
    public static async Task<List<T>> Query<T>(DataConnection db, string sql, object[] parameters, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        List<T> rows = [];
        await Ask(db, [new RowQuestion(sql, parameters, r => rows.Add(read(r)))], cancellation);
        return rows;
    }

    /// <summary>Asks questions in their order, each after the one before has been carried out; on PostgreSQL all with one way there and back.</summary>
    public static async Task Ask(DataConnection db, IReadOnlyCollection<RowQuestion> questions, CancellationToken cancellation)
    {
        DbConnection connection = await db.OpenDbConnectionAsync(cancellation);
        if (connection is SqliteConnection sqlite)
        {
            foreach (RowQuestion question in questions)
            {
                await using SqliteCommand command = Command(db, sqlite, question.Sql);
                command.Parameters.AddRange(question.Parameters.Select((v, i) => new SqliteParameter($"${i + 1}", v)));
                await using SqliteDataReader answer = await command.ExecuteReaderAsync(cancellation);
                await Read(answer, question, cancellation);
            }

            return;
        }

        await using NpgsqlBatch batch = new((NpgsqlConnection)connection, (NpgsqlTransaction?)db.Transaction);
        foreach (RowQuestion question in questions)
        {
            batch.BatchCommands.Add(Command(question.Sql, question.Parameters));
        }

        await using NpgsqlDataReader answers = await batch.ExecuteReaderAsync(cancellation);
        foreach (RowQuestion question in questions)
        {
            await Read(answers, question, cancellation);
            await answers.NextResultAsync(cancellation);
        }
    }

    private static async Task Read(DbDataReader answer, RowQuestion question, CancellationToken cancellation)
    {
        while (await answer.ReadAsync(cancellation))
        {
            question.Read(answer);
        }
    }

    private static SqliteCommand Command(DataConnection db, SqliteConnection connection, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Transaction;
#pragma warning disable CA2100 // A sentence of this program.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static void Run(DataConnection db, SqliteConnection connection, RowStatement statement, CancellationToken cancellation)
    {
        (string sql, IReadOnlyCollection<object?[]> rows) = statement;
        using SqliteCommand command = Command(db, connection, sql);
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
