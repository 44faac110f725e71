using System.Globalization;
using System.IO.Compression;
using System.Text;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.MarketData;

/// <summary>Writes bars as our own CSV, gzipped when the name ends in <c>.gz</c>; <see cref="BarFileReader"/> reads the same series back.</summary>
public static class BarFileWriter
{
    /// <exception cref="MarketDataException">The file cannot be written.</exception>
    public static void Write(BarSeries series, string path)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentException.ThrowIfNullOrEmpty(path);
        // A half-written file must never carry the final name.
        string draft = path + ".part";
        try
        {
            using (Stream stream = Open(draft, path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)))
            using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" })
            {
                WriteRows(series, writer);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Discard(draft);
            throw new MarketDataException($"{path} cannot be written: {e.Message} Check the folder and the access rights.", e);
        }
    }

    private static void Discard(string draft)
    {
        if (File.Exists(draft))
        {
            File.Delete(draft);
        }
    }

    private static Stream Open(string path, bool compress)
    {
        FileStream file = File.Create(path);
        return compress ? new GZipStream(file, CompressionLevel.Optimal) : file;
    }

    private static void WriteRows(BarSeries series, StreamWriter writer)
    {
        string side = series.Side switch { PriceSide.Mid => "mid_", PriceSide.Ask => "ask_", _ => "" };
        string spreadName = series.HasSpread ? ",spread" : "";
        writer.WriteLine($"timestamp,{side}open,{side}high,{side}low,{side}close,volume{spreadName}");
        string format = "F" + series.Digits.ToString(CultureInfo.InvariantCulture);
        Span<char> row = stackalloc char[256];
        for (int i = 0; i < series.Count; i++)
        {
            int length = 0;
            Append(row, ref length, series.StartOf(i), "yyyy-MM-dd'T'HH:mm:ss'Z'");
            Append(row, ref length, Price(series, series.Open[i]), format);
            Append(row, ref length, Price(series, series.High[i]), format);
            Append(row, ref length, Price(series, series.Low[i]), format);
            Append(row, ref length, Price(series, series.Close[i]), format);
            Append(row, ref length, series.HasVolume ? series.Volume[i] : 0f, "R");
            if (series.HasSpread)
            {
                Append(row, ref length, Price(series, series.Spread[i]), format);
            }

            row[length++] = '\n';
            writer.Write(row[..length]);
        }
    }

    private static decimal Price(BarSeries series, int points) => points / (decimal)series.PointsPerUnit;

    private static void Append<T>(Span<char> row, ref int length, T value, ReadOnlySpan<char> format)
        where T : ISpanFormattable
    {
        if (length > 0)
        {
            row[length++] = ',';
        }

        value.TryFormat(row[length..], out int written, format, CultureInfo.InvariantCulture);
        length += written;
    }
}
