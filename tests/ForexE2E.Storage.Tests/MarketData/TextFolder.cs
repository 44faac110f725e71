using System.IO.Compression;
using System.Text;

namespace ForexE2E.Storage.Tests.MarketData;

/// <summary>A folder for one test's files, gone afterwards.</summary>
internal sealed class TextFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("forexe2e-data-");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        string path = PathOf(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Lines(string name, params string[] lines) => Write(name, string.Join('\n', lines) + "\n");

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
