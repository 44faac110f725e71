using System.IO.Compression;
using System.Text;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.MarketData.Parsing;

/// <summary>A text file in memory, unpacked when it is gzipped or a zip archive with one file, as UTF-8 bytes.</summary>
internal sealed class FileText
{
    private const int Sample = 8192;
    private const int SmallestGzip = 18; // header and trailer

    private FileText(string path, string name, ReadOnlyMemory<byte> bytes) => (Path, Name, Bytes) = (path, name, bytes);

    /// <summary>As the user named it.</summary>
    public string Path { get; }

    /// <summary>File name that may say something about the content: the archive entry's name, else the file's.</summary>
    public string Name { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <exception cref="MarketDataException">Missing, unreadable, empty, binary, or damaged.</exception>
    public static FileText Load(string path)
    {
        byte[] raw = ReadAll(path);
        (string name, ReadOnlyMemory<byte> bytes) = Unpack(path, raw);
        bytes = ToUtf8(bytes);
        if (bytes.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw new MarketDataException($"{path} is empty. Name a file with bars, or export it again.");
        }

        if (bytes.Span[..Math.Min(Sample, bytes.Length)].Contains((byte)0))
        {
            throw new MarketDataException($"{path} is binary, not text. Export the bars as CSV (a terminal's own .hst, .hcc or .bi5 file cannot be read).");
        }

        return new FileText(path, name, bytes);
    }

    private static byte[] ReadAll(string path)
    {
        if (Directory.Exists(path))
        {
            throw new MarketDataException($"{path} is a folder. Name one bar file in it.");
        }

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MarketDataException($"{path}: no such file. Check the path; relative paths begin at the working directory.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new MarketDataException($"{path} cannot be read: {e.Message} Check the name and the access rights.", e);
        }
    }

    private static (string Name, ReadOnlyMemory<byte> Bytes) Unpack(string path, byte[] raw)
    {
        string name = System.IO.Path.GetFileName(path);
        try
        {
            return raw switch
            {
                [0x1F, 0x8B, ..] => (System.IO.Path.GetFileNameWithoutExtension(name), Gunzip(path, raw)),
                [(byte)'P', (byte)'K', 3, 4, ..] => Unzip(path, raw),
                _ => (name, raw),
            };
        }
        catch (InvalidDataException e)
        {
            throw new MarketDataException($"{path}: the compressed data are damaged or cut off ({e.Message}). Download or copy the file again.", e);
        }
    }

    private static ReadOnlyMemory<byte> Gunzip(string path, byte[] raw)
    {
        // The last four bytes of a gzip file hold the unpacked length (RFC 1952): a good first guess.
        int hint = raw.Length < SmallestGzip ? 0 : BitConverter.ToInt32(raw.AsSpan(raw.Length - 4));
        bool isCredible = hint > 0 && hint < (long)raw.Length * 1100 && hint <= 1 << 30;
        using var unpacked = new MemoryStream(isCredible ? hint : raw.Length * 4);
        using (var gzip = new GZipStream(new MemoryStream(raw), CompressionMode.Decompress))
        {
            gzip.CopyTo(unpacked, 1 << 16);
        }

        // A cut-off file may unpack without complaint; its last bytes then are no length.
        if (raw.Length < SmallestGzip || (isCredible ? unpacked.Length < hint : unpacked.Length > 0))
        {
            throw new MarketDataException($"{path}: the gzip data are cut off. Download or copy the file again.");
        }

        return unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
    }

    private static (string Name, ReadOnlyMemory<byte> Bytes) Unzip(string path, byte[] raw)
    {
        using var archive = new ZipArchive(new MemoryStream(raw), ZipArchiveMode.Read);
        List<ZipArchiveEntry> tables = [.. archive.Entries.Where(e => e.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))];
        if (tables.Count != 1)
        {
            throw new MarketDataException($"{path} is a zip archive with {tables.Count} CSV files. Unpack it and name one file.");
        }

        using Stream entry = tables[0].Open();
        using var unpacked = new MemoryStream();
        entry.CopyTo(unpacked);
        return (tables[0].Name, unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length));
    }

    /// <summary>MetaTrader terminals on Windows may write UTF-16; other byte order marks are dropped.</summary>
    private static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> bytes) => bytes.Span switch
    {
        [0xFF, 0xFE, ..] => Encoding.Convert(Encoding.Unicode, Encoding.UTF8, bytes[2..].ToArray()),
        [0xFE, 0xFF, ..] => Encoding.Convert(Encoding.BigEndianUnicode, Encoding.UTF8, bytes[2..].ToArray()),
        [0xEF, 0xBB, 0xBF, ..] => bytes[3..],
        _ => bytes,
    };
}
