using ForexE2E.Storage.MarketData.Checks;

namespace ForexE2E.Host.Json;

/// <summary>A hole in a bar file while the market was open.</summary>
internal sealed record GapDocument(DateTime LastBar, DateTime NextBar, double MissingHours)
{
    public static GapDocument Of(BarGap gap) => new(gap.LastBar, gap.NextBar, gap.Missing.TotalHours);
}
