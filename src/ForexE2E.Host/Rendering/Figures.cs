using System.Globalization;

namespace ForexE2E.Host.Rendering;

/// <summary>Figures as people read them: invariant, few digits, a dash for what is not defined.</summary>
internal static class Figures
{
    public const string Undefined = "-";

    /// <summary>Two decimals, thousands separated.</summary>
    public static string Money(double? value) => value?.ToString("#,##0.00", CultureInfo.InvariantCulture) ?? Undefined;

    /// <summary>A value that is in percent already.</summary>
    public static string Percent(double? value) => value is { } v ? v.ToString("0.00", CultureInfo.InvariantCulture) + " %" : Undefined;

    /// <summary>A fraction shown in percent.</summary>
    public static string Fraction(double? value) => Percent(value * 100);

    public static string Ratio(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? Undefined;

    public static string Count(long? value) => value?.ToString("#,##0", CultureInfo.InvariantCulture) ?? Undefined;

    /// <summary>A UTC instant to the minute.</summary>
    public static string Instant(DateTime instant) => instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateTime instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The last day of a span whose end is exclusive.</summary>
    public static string LastDay(DateTime end) => Day(end.AddTicks(-1));

    /// <summary>Such as 42 s, 3 min 05 s, 2 h 07 min.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours} h {time.Minutes:00} min"),
    };
}
