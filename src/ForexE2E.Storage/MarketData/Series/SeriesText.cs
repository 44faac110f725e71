using System.Text;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.MarketData.Series;

/// <summary>Writes a small CSV file whole or not at all.</summary>
internal static class SeriesText
{
    /// <exception cref="MarketDataException">The file cannot be written.</exception>
    public static void Write(string path, StringBuilder text)
    {
        string draft = path + ".part";
        try
        {
            File.WriteAllText(draft, text.ToString(), new UTF8Encoding(false));
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new MarketDataException($"{path} cannot be written: {e.Message} Name a file in a folder you may write to.", e);
        }
    }
}
