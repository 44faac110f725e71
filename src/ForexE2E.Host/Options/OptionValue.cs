using System.Globalization;

namespace ForexE2E.Host.Options;

/// <summary>How the texts of the command line become values; culture-invariant, with messages that say what is allowed.</summary>
internal static class OptionValue
{
    private static readonly string[] InstantFormats = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    public static string Text(string text) => text;

    /// <exception cref="FormatException">Not a whole number.</exception>
    public static int Whole(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
        ? value
        : throw new FormatException($"must be a whole number, was '{text}'");

    /// <exception cref="FormatException">Not a finite number with a decimal point.</exception>
    public static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw new FormatException($"must be a number such as 0.5, was '{text}'");

    /// <exception cref="FormatException">Not a whole number from 0 to 2^64 - 1.</exception>
    public static ulong Seed(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value)
        ? value
        : throw new FormatException($"must be a whole number from 0 to {ulong.MaxValue}, was '{text}'");

    /// <summary>The first instant of a span: a day's midnight UTC, or an instant such as 2018-01-01T22:00Z.</summary>
    /// <exception cref="FormatException">Neither a day nor an instant.</exception>
    public static DateTime SpanStart(string text) => Day(text) ?? Instant(text);

    /// <summary>The end of a span, exclusive: the midnight after a day, since a named day belongs to the span, or the instant itself.</summary>
    /// <exception cref="FormatException">Neither a day nor an instant.</exception>
    public static DateTime SpanEnd(string text) => Day(text)?.AddDays(1) ?? Instant(text);

    /// <summary>A length of time such as 90s, 30m, 2h or 1d.</summary>
    /// <exception cref="FormatException">Not a positive number followed by s, m, h or d.</exception>
    public static TimeSpan Duration(string text)
    {
        double seconds = text.Length < 2 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 0 };
        bool isNumber = double.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.Float, CultureInfo.InvariantCulture, out double count);
        return isNumber && count * seconds is > 0 and < 1e9
            ? TimeSpan.FromSeconds(count * seconds)
            : throw new FormatException($"must be a time such as 90s, 30m, 2h or 1d, was '{text}'");
    }

    /// <summary>A pair written name=value.</summary>
    /// <exception cref="FormatException">No name or no equals sign.</exception>
    public static KeyValuePair<string, string> Assignment(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && equals < text.Length - 1
            ? new(text[..equals].Trim(), text[(equals + 1)..].Trim())
            : throw new FormatException($"must be written NAME=VALUE, was '{text}'");
    }

    /// <summary>One of some words, each standing for a value.</summary>
    /// <exception cref="FormatException">None of the words.</exception>
    public static T OneOf<T>(string text, params ReadOnlySpan<(string Word, T Value)> words)
    {
        foreach ((string word, T value) in words)
        {
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        List<string> known = [];
        foreach ((string word, _) in words)
        {
            known.Add(word);
        }

        throw new FormatException($"must be one of {string.Join(", ", known)}, was '{text}'");
    }

    private static DateTime? Day(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime day)
            ? day
            : null;

    private static DateTime Instant(string text) =>
        DateTime.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime instant)
            ? instant
            : throw new FormatException($"must be a day such as 2018-01-31 or an instant in UTC such as 2018-01-31T22:00Z, was '{text}'");
}
