using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.MarketData;

/// <summary>What the user knows about a bar file better than the file says.</summary>
public sealed record BarFileOptions
{
    /// <summary>Clock of the stamps, as <see cref="Clocks.TimeZoneRule.Parse"/> takes it; null: the format's own rule.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Clock used when neither the user, the stamps nor the format name one for certain.</summary>
    public string? FallbackTimeZone { get; init; }

    /// <summary>Side of the prices; null: the format's own rule.</summary>
    public PriceSide? Side { get; init; }

    /// <summary>Whether prices that the pair never had are taken all the same.</summary>
    public bool AllowSuspectBars { get; init; }

    /// <summary>Length of a bar; null: the most common distance between stamps.</summary>
    public Timeframe? Timeframe { get; init; }
}
