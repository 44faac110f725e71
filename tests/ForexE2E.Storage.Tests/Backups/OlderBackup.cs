using System.IO.Compression;
using System.Text.Json;
using ForexE2E.Storage.Backups;

namespace ForexE2E.Storage.Tests.Backups;

/// <summary>Turns a backup into what a program of an older schema would have written.</summary>
internal static class OlderBackup
{
    public static async Task Rewrite(string path, BackupManifest manifest, long schema, string[] without)
    {
        await using ZipArchive archive = await ZipFile.OpenAsync(path, ZipArchiveMode.Update, CancellationToken.None);
        foreach (string table in without)
        {
            archive.GetEntry($"tables/{table}.jsonl")!.Delete();
        }

        archive.GetEntry("manifest.json")!.Delete();
        await using Stream entry = await archive.CreateEntry("manifest.json").OpenAsync();
        BackupManifest older = manifest with { Schema = schema, Tables = [.. manifest.Tables.Where(t => !without.Contains(t.Table))] };
        await JsonSerializer.SerializeAsync(entry, older, BackupFile.Json);
    }
}
