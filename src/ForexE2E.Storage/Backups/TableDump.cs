using System.Buffers;
using System.Data;
using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ForexE2E.Storage.Database;

namespace ForexE2E.Storage.Backups;

/// <summary>Writes one table into a backup, a line a row, and counts and hashes what it writes.</summary>
internal static class TableDump
{
    private const int FlushAt = 1 << 16;

    public static async Task<BackupPart> Write(
        DbTransaction snapshot, DatabaseKind database, string table, string orderBy, ZipArchive archive, CancellationToken cancellation)
    {
        List<TableColumn> columns = await TableColumn.Of(snapshot.Connection!, database, table, cancellation);
        await using DbCommand command = snapshot.Connection!.CreateCommand();
        command.Transaction = snapshot;
        // Names of tables and columns come from this program and the catalogue alone.
#pragma warning disable CA2100
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(c => c.Name))} FROM {table} ORDER BY {orderBy}";
#pragma warning restore CA2100
        await using DbDataReader reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
        await using Stream entry = await archive.CreateEntry(EntryName(table), CompressionLevel.Fastest).OpenAsync(cancellation);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long rows = await Rows(reader, columns, entry, hash, cancellation);
        return new BackupPart(table, rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public static string EntryName(string table) => $"tables/{table}.jsonl";

    private static async Task<long> Rows(
        DbDataReader reader, List<TableColumn> columns, Stream entry, IncrementalHash hash, CancellationToken cancellation)
    {
        ArrayBufferWriter<byte> buffer = new(2 * FlushAt);
        await using Utf8JsonWriter writer = new(buffer, RowText.Options);
        long rows = 0;
        while (await reader.ReadAsync(cancellation))
        {
            RowText.Write(writer, columns, i => columns[i].Read(reader.GetValue(i)));
            await writer.FlushAsync(cancellation);
            writer.Reset();
            buffer.Write("\n"u8);
            rows++;
            if (buffer.WrittenCount >= FlushAt)
            {
                await Flush(buffer, entry, hash, cancellation);
            }
        }

        await Flush(buffer, entry, hash, cancellation);
        return rows;
    }

    private static async Task Flush(ArrayBufferWriter<byte> buffer, Stream entry, IncrementalHash hash, CancellationToken cancellation)
    {
        hash.AppendData(buffer.WrittenSpan);
        await entry.WriteAsync(buffer.WrittenMemory, cancellation);
        buffer.ResetWrittenCount();
    }
}
