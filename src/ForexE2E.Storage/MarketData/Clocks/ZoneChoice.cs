using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Checks;
using ForexE2E.Storage.MarketData.Formats;
using ForexE2E.Storage.MarketData.Parsing;

namespace ForexE2E.Storage.MarketData.Clocks;

/// <summary>Decides which clock a file's stamps are read in, and says so when that is doubtful.</summary>
/// <param name="Rule">The clock.</param>
/// <param name="Origin">Where it comes from, in words for a report.</param>
internal sealed record ZoneChoice(TimeZoneRule Rule, string Origin)
{
    /// <exception cref="MarketDataException">The named zone is unknown or contradicts stamps that state theirs.</exception>
    public static ZoneChoice Of(string path, BarFileFormat format, ParsedRows rows, BarFileOptions options, int timeframeMinutes, FindingLedger ledger)
    {
        TimeZoneRule? named = NamedBy(format, options);
        if (rows.StateUtc && options.TimeZone is not null && named is not null && named.Name != TimeZoneRule.Utc.Name)
        {
            throw new MarketDataException($"{path}: the stamps state their own offset from UTC, so the time zone '{options.TimeZone}' cannot be theirs. Leave --time-zone out.");
        }

        List<WeekEdge> edges = timeframeMinutes > 0 ? WeekEdge.Of(rows, timeframeMinutes) : [];
        if (named is null && !rows.StateUtc && format.Trust == ZoneTrust.Unknown)
        {
            return Guess(edges, timeframeMinutes, rows, ledger);
        }

        ZoneChoice choice = rows.StateUtc ? new(TimeZoneRule.Utc, "stated by the stamps")
            : named is not null ? new(named, "named by you")
            : new(TimeZoneRule.Parse(format.Zone), format.Trust == ZoneTrust.Known ? "rule of the format" : "assumed");
        Doubt(choice, edges, timeframeMinutes, rows, ledger, isAssumed: named is null && !rows.StateUtc && format.Trust == ZoneTrust.Assumed);
        return choice;
    }

    private static TimeZoneRule? NamedBy(BarFileFormat format, BarFileOptions options)
    {
        string? name = options.TimeZone ?? (format.Trust == ZoneTrust.Known ? null : options.FallbackTimeZone);
        return name is null ? null : TimeZoneRule.Parse(name);
    }

    private static ZoneChoice Guess(List<WeekEdge> edges, int timeframeMinutes, ParsedRows rows, FindingLedger ledger)
    {
        ClockVerdict? verdict = ClockCheck.Judge(edges, TimeZoneRule.Utc, timeframeMinutes);
        bool isClear = verdict is { IsClear: true };
        string look = isClear ? $"; they look like {verdict!.Suggestion}" : "";
        FindingLedger.Entry? entry = ledger.Add(FindingCodes.UnknownZone, rows.Count > 0 ? rows.Lines[0] : 0, minute: null);
        entry?.Describe($"the stamps are local time of an unnamed place{look}");
        if (isClear)
        {
            entry?.Advise($"Pass --time-zone {verdict!.Best.Name} if that is the zone of the computer that exported the file.");
        }

        return isClear ? new(verdict!.Best, "guessed from the weekends") : new(TimeZoneRule.Utc, "unknown; shown as if UTC");
    }

    private static void Doubt(ZoneChoice choice, List<WeekEdge> edges, int timeframeMinutes, ParsedRows rows, FindingLedger ledger, bool isAssumed)
    {
        if (ClockCheck.Judge(edges, choice.Rule, timeframeMinutes) is not { IsWrong: true } verdict)
        {
            return;
        }

        // UTC is the zero of these names: stamps that look like utc+5 are five hours ahead of it.
        string remedy = isAssumed || choice.Origin == "named by you"
            ? $"Pass --time-zone {verdict.Best.Name}."
            : "The stamps contradict what the file says of itself: convert it again from its source.";
        ledger.Add(FindingCodes.Clock, rows.Lines[0], minute: null)
            ?.Describe(FormattableString.Invariant(
                $"the weeks of the file do not open Sunday 17:00 and close Friday 17:00 New York when read as {choice.Rule.Name}: stamps look like {verdict.Suggestion}"))
            .Advise(remedy)
            .Weigh(isAssumed ? FindingSeverity.Error : FindingSeverity.Warning);
    }
}
