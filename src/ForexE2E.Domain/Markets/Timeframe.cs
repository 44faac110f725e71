using System.Globalization;

namespace ForexE2E.Domain.Markets;

/// <summary>The length of a bar in whole minutes, written 1m, 5m, 1h, 4h, 1d.</summary>
public readonly record struct Timeframe : IComparable<Timeframe>
{
    private const int MinutesAnHour = 60;
    private const int MinutesADay = 1440;

    /// <param name="minutes">1 to 1440; must divide a day.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length does not divide a day.</exception>
    public Timeframe(int minutes)
    {
        if (minutes is < 1 or > MinutesADay || MinutesADay % minutes != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(minutes), minutes, "A timeframe must be 1 to 1440 minutes and divide a day.");
        }

        Minutes = minutes;
    }

    public int Minutes { get; }

    public TimeSpan Length => TimeSpan.FromMinutes(Minutes);

    /// <exception cref="FormatException">The text is not a number followed by m, h or d.</exception>
    public static Timeframe Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        int unit = trimmed.Length < 2 ? 0 : char.ToLowerInvariant(trimmed[^1]) switch
        {
            'm' => 1,
            'h' => MinutesAnHour,
            'd' => MinutesADay,
            _ => 0,
        };
        bool isNumber = int.TryParse(trimmed.AsSpan(0, Math.Max(0, trimmed.Length - 1)), NumberStyles.None, CultureInfo.InvariantCulture, out int count);
        bool fits = unit > 0 && isNumber && count is >= 1 and <= MinutesADay && count * unit <= MinutesADay && MinutesADay % (count * unit) == 0;
        return fits
            ? new Timeframe(count * unit)
            : throw new FormatException($"Unknown timeframe '{text}': must be like 1m, 5m, 15m, 30m, 1h, 4h or 1d, and divide a day.");
    }

    public int CompareTo(Timeframe other) => Minutes.CompareTo(other.Minutes);

    public override string ToString() => Minutes switch
    {
        MinutesADay => "1d",
        >= MinutesAnHour when Minutes % MinutesAnHour == 0 => string.Create(CultureInfo.InvariantCulture, $"{Minutes / MinutesAnHour}h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Minutes}m"),
    };

    public static bool operator <(Timeframe left, Timeframe right) => left.Minutes < right.Minutes;

    public static bool operator <=(Timeframe left, Timeframe right) => left.Minutes <= right.Minutes;

    public static bool operator >(Timeframe left, Timeframe right) => left.Minutes > right.Minutes;

    public static bool operator >=(Timeframe left, Timeframe right) => left.Minutes >= right.Minutes;
}
