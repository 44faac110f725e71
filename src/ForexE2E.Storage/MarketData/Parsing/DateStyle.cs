namespace ForexE2E.Storage.MarketData.Parsing;

/// <summary>How a file writes the date of a stamp.</summary>
internal enum DateStyle
{
    /// <summary>2019-03-01 or 2019.03.01.</summary>
    YearFirst,

    /// <summary>01.03.2019.</summary>
    DayFirst,

    /// <summary>20190301.</summary>
    Compact,

    /// <summary>Seconds since 1970.</summary>
    UnixSeconds,

    /// <summary>Milliseconds since midnight of a date that the file's name gives.</summary>
    DayMilliseconds,
}
