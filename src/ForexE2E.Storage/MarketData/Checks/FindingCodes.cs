namespace ForexE2E.Storage.MarketData.Checks;

/// <summary>The names of findings, with the severity and the remedy of each.</summary>
public static class FindingCodes
{
    public const string UnreadableRow = "unreadable_row";
    public const string PriceNotPositive = "price_not_positive";
    public const string ImpossibleBar = "impossible_bar";
    public const string Disorder = "disorder";
    public const string DuplicateExact = "duplicate_exact";
    public const string DuplicateConflicting = "duplicate_conflicting";
    public const string RepeatedHour = "repeated_hour";
    public const string MissingHour = "missing_hour";
    public const string UnknownZone = "unknown_zone";
    public const string Clock = "clock";
    public const string FlatWeekend = "flat_weekend";
    public const string LateStamp = "late_stamp";
    public const string Overlap = "overlap";
    public const string NoTimeframe = "no_timeframe";
    public const string ScaledPrices = "scaled_prices";
    public const string ImplausiblePrices = "implausible_prices";
    public const string NoVolume = "no_volume";
    public const string NoSpread = "no_spread";
    public const string LookAhead = "look_ahead";
    public const string Gap = "gap";
    public const string WeekendBars = "weekend_bars";
    public const string ZeroRange = "zero_range";
    public const string Outlier = "outlier";
    public const string Spike = "spike";

    /// <summary>How much a finding matters unless the circumstances say otherwise.</summary>
    internal static FindingSeverity SeverityOf(string code) => code switch
    {
        UnreadableRow or PriceNotPositive or ImpossibleBar or Disorder or DuplicateExact or DuplicateConflicting or MissingHour
            or UnknownZone or Clock or NoTimeframe or LookAhead or ImplausiblePrices => FindingSeverity.Error,
        Overlap or ScaledPrices or WeekendBars or Spike => FindingSeverity.Warning,
        _ => FindingSeverity.Info,
    };

    /// <summary>What to do about a finding.</summary>
    internal static string RemedyOf(string code) => code switch
    {
        UnreadableRow => "Correct or remove these rows; when it is the last one, the file was cut off: download or export it again.",
        PriceNotPositive or ImpossibleBar => "Remove these rows, or download the file again from a source that checks its bars.",
        Disorder => "Sort the file by time, oldest first.",
        DuplicateExact => "Remove the repeated rows.",
        DuplicateConflicting => "Decide which of the rows is right and remove the others; two exports may have been joined with different clocks.",
        RepeatedHour => "Nothing to do: the repeats were dropped.",
        MissingHour => "The clock was put forward over this hour, so it cannot occur: pass the right --time-zone.",
        UnknownZone => "Pass --time-zone with the zone of the computer that exported the file.",
        FlatWeekend => "Nothing to do: the bars were dropped.",
        LateStamp => "Nothing to do: the bars were put at the start of their interval.",
        Overlap => "Export one timeframe only.",
        NoTimeframe => "Use bars of 1 minute to 1 day whose length divides a day.",
        ScaledPrices => "Nothing to do if the prices shown are right; else name the right --symbol.",
        ImplausiblePrices => "Check that --symbol names the pair of this file; --allow-suspect-bars takes it all the same.",
        NoVolume => "Volume filters and features stay off; use another source if you need them.",
        NoSpread => "Costs come from the spread model; use another source if you need recorded spreads.",
        LookAhead => "Use another source or another period; --allow-suspect-bars takes the file all the same, and its results mean nothing.",
        Gap => "Fill the gaps from another source if they matter; bars are never invented here.",
        WeekendBars => "Check the clock of the file; remove bars of days on which the market was closed.",
        ZeroRange => "Usual in quiet minutes; many of them point to bars that were filled forward.",
        Outlier => "Compare with another source if the news of that time do not explain it.",
        Spike => "Compare with another source; a price that comes and goes within one bar is often a bad quote.",
        _ => "",
    };
}
