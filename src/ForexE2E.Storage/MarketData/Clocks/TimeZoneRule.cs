using System.Globalization;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.MarketData.Clocks;

/// <summary>
/// A clock that stamps may be written in. Named rules follow the law's date rules and no time zone database, so every
/// machine agrees: <c>utc</c>, <c>utc+5</c>, <c>utc-05:30</c>, <c>new-york</c>, <c>new-york+7</c> (many MetaTrader servers), <c>london</c>, <c>cet</c>,
/// <c>eet</c>, and <c>histdata</c> (New York until 2018, London less five hours from 2019). Any other name is looked up in the machine's database.
/// </summary>
public sealed class TimeZoneRule
{
    private const string NewYork = "new-york";
    private static readonly int HistDataChange = (int)(new DateTime(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalMinutes;
    private readonly Func<int, int> _offset;

    private TimeZoneRule(string name, Func<int, int> offset) => (Name, _offset) = (name, offset);

    public static TimeZoneRule Utc { get; } = new("utc", _ => 0);

    /// <summary>As <see cref="Parse"/> takes it.</summary>
    public string Name { get; }

    /// <summary>Offset from UTC in minutes at a UTC minute since 1970.</summary>
    public int OffsetMinutes(int utcMinute) => _offset(utcMinute);

    /// <exception cref="MarketDataException">The name is no known clock; the message lists what is.</exception>
    public static TimeZoneRule Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string key = name.Trim().ToLowerInvariant();
        return key switch
        {
            "utc" or "gmt" or "z" => Utc,
            NewYork => new(NewYork, NewYorkClock.OffsetMinutes),
            "london" => new("london", m => European(m)),
            "cet" => new("cet", m => 60 + European(m)),
            "eet" => new("eet", m => 120 + European(m)),
            "histdata" => new("histdata", m => m < HistDataChange ? NewYorkClock.OffsetMinutes(m) : European(m) - 300),
            _ => Shifted(key) ?? FromDatabase(name.Trim()),
        };
    }

    /// <summary>A clock that never changes, named like <c>utc+05:30</c> or <c>utc+5</c>.</summary>
    internal static TimeZoneRule Fixed(int minutes)
    {
        string rest = minutes % 60 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{Math.Abs(minutes % 60):00}");
        string name = string.Create(CultureInfo.InvariantCulture, $"utc{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes / 60)}{rest}");
        return minutes == 0 ? Utc : new(name, _ => minutes);
    }

    private static TimeZoneRule? Shifted(string key)
    {
        if (key.StartsWith("utc", StringComparison.Ordinal) && TryShift(key[3..], out int fixedMinutes))
        {
            return Fixed(fixedMinutes);
        }

        return key.StartsWith(NewYork, StringComparison.Ordinal) && TryShift(key[NewYork.Length..], out int minutes)
            ? new(key, m => minutes + NewYorkClock.OffsetMinutes(m))
            : null;
    }

    /// <summary>+5, -05:00, +5:30, +0530; at most 14 hours.</summary>
    private static bool TryShift(string text, out int minutes)
    {
        minutes = 0;
        if (text.Length < 2 || text[0] is not ('+' or '-'))
        {
            return false;
        }

        string digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        bool isNumber = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        (int hours, int rest) = digits.Length > 2 ? (number / 100, number % 100) : (number, 0);
        minutes = (text[0] == '-' ? -1 : 1) * ((hours * 60) + rest);
        return isNumber && hours <= 14 && rest < 60;
    }

    private static TimeZoneRule FromDatabase(string name)
    {
        try
        {
            TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(name);
            return new(zone.Id, m => (int)zone.GetUtcOffset(DateTime.UnixEpoch.AddMinutes(m)).TotalMinutes);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException)
        {
            throw new MarketDataException(
                $"Unknown time zone '{name}': must be utc, utc+5 or utc-05:00 and the like, new-york, new-york+7, london, cet, eet, histdata, or a name of this machine's time zone database such as Asia/Tokyo.", e);
        }
    }

    private static int European(int utcMinute) => DaylightSaving.IsEuropeanSummer(DateTime.UnixEpoch.AddMinutes(utcMinute)) ? 60 : 0;
}
