using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ForexE2E.Storage.Backups;

namespace ForexE2E.Storage.Tests.Backups;

/// <summary>Turns a backup into what a program of an older schema would have written.</summary>
internal static class OlderBackup
{
    /// <param name="without">Tables the older schema did not have.</param>
    /// <param name="withoutColumns">Columns it did not have, by table.</param>
    public static async Task Rewrite(string path, BackupManifest manifest, long schema, string[] without, params (string Table, string Column)[] withoutColumns)
    {
        await using ZipArchive archive = await ZipFile.OpenAsync(path, ZipArchiveMode.Update, CancellationToken.None);
        foreach (string table in without)
        {
            archive.GetEntry($"tables/{table}.jsonl")!.Delete();
        }

        BackupManifest older = manifest with { Schema = schema, Tables = [.. manifest.Tables.Where(t => !without.Contains(t.Table))] };
        foreach ((string table, string column) in withoutColumns)
        {
            string hash = await Drop(archive, table, column);
            older = older with { Tables = [.. older.Tables.Select(t => t.Table == table ? t with { Sha256 = hash } : t)] };
        }

        archive.GetEntry("manifest.json")!.Delete();
        await using Stream entry = await archive.CreateEntry("manifest.json").OpenAsync();
        await JsonSerializer.SerializeAsync(entry, older, BackupFile.Json);
    }

    private static async Task<string> Drop(ZipArchive archive, string table, string column)
    {
        ZipArchiveEntry entry = archive.GetEntry($"tables/{table}.jsonl")!;
        StringBuilder lines = new();
        using (StreamReader reader = new(await entry.OpenAsync()))
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                JsonObject row = JsonNode.Parse(line)!.AsObject();
                Assert.True(row.Remove(column));
                lines.Append(row.ToJsonString()).Append('\n');
            }
        }

        entry.Delete();
        byte[] bytes = Encoding.UTF8.GetBytes(lines.ToString());
        await using Stream written = await archive.CreateEntry($"tables/{table}.jsonl").OpenAsync();
        await written.WriteAsync(bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
