using System.Data.Common;
using System.Net.Sockets;
using ForexE2E.Domain.Runs;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ForexE2E.Storage.Database;

/// <summary>Turns what a driver throws into a sentence with the database's name and a remedy, never with a password.</summary>
internal static class DatabaseFailure
{
    /// <summary>Whether the exception speaks of the database and not of a mistake in this program.</summary>
    public static bool Is(Exception exception) =>
        exception is DbException or SocketException or IOException or TimeoutException or UnauthorizedAccessException;

    public static RunStoreException Of(DatabaseAddress address, Exception exception)
    {
        string reason = exception switch
        {
            SqliteException sqlite => Sqlite(sqlite),
            PostgresException postgres => Postgres(postgres),
            NpgsqlException { InnerException: TimeoutException } when exception.Message.Contains("pool has been exhausted", StringComparison.Ordinal) =>
                "has no connection free: all that this program may open are in use. Wait, or raise Maximum Pool Size in the address.",
            NpgsqlException or SocketException or TimeoutException =>
                $"cannot be reached: {(exception.InnerException ?? exception).Message}. Check that the server runs and that host and port are right.",
            UnauthorizedAccessException => "cannot be opened: access is denied. Check the owner and the rights of the file and its folder.",
            _ => $"cannot be used: {exception.Message}",
        };
        return new RunStoreException($"{address} {reason}", exception);
    }

    // Result codes: sqlite.org/rescode.html.
    private static string Sqlite(SqliteException e) => e.SqliteErrorCode switch
    {
        5 or 6 => "is locked by another program. Wait for it to end, or use another file.",
        8 => "is read-only. Check the rights of the file and its folder, or use another file.",
        10 => $"had a disk error: {e.Message}. Check the disk; nothing of this step was stored.",
        11 => "is damaged. Restore it from a backup, or use another file.",
        13 => "cannot grow: the disk is full. Free some space; nothing of this step was stored.",
        14 => "cannot be opened. Check that its folder exists and may be written to.",
        26 => "is not a SQLite database. Name another file, or move this one away.",
        _ => $"refused: {e.Message}",
    };

    // SQLSTATE: appendix A of the PostgreSQL manual.
    private static string Postgres(PostgresException e) => e.SqlState switch
    {
        "3D000" => "does not exist. Create it, for example with: createdb NAME",
        "28P01" or "28000" => "refused the login. Check user and password.",
        "42501" => $"lacks a right: {e.MessageText}. Grant it to the user; docs/database.md lists what is needed.",
        "53100" => "cannot grow: the server's disk is full. Free some space; nothing of this step was stored.",
        "53300" => "has no connection left. Raise max_connections on the server or use fewer nodes.",
        "57P01" or "57P02" or "57P03" => "is starting or stopping. Try again in a moment.",
        "25006" => "is read-only. Connect to the primary server.",
        _ => $"refused: {e.MessageText} (SQLSTATE {e.SqlState})",
    };
}
