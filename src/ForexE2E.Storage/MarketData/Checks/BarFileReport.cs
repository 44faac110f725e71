using System.Collections.Immutable;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.MarketData.Checks;

/// <summary>What a bar file holds and what is wrong with it. Immutable; instants are UTC.</summary>
public sealed record BarFileReport
{
    /// <summary>As the user named it.</summary>
    public required string Path { get; init; }

    /// <summary>Name of the recognised format.</summary>
    public required string Format { get; init; }

    /// <summary>Name of the clock the stamps were read in.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Where that clock comes from: stated by the stamps, rule of the format, named by you, assumed, guessed.</summary>
    public required string TimeZoneOrigin { get; init; }

    /// <summary>Named by the user or by the file's name; null when neither says.</summary>
    public required Symbol? Symbol { get; init; }

    /// <summary>Null when no length of bar could be found.</summary>
    public required Timeframe? Timeframe { get; init; }

    public required PriceSide Side { get; init; }

    /// <summary>Decimals of a price.</summary>
    public required int Digits { get; init; }

    /// <summary>What the file's prices were multiplied with; 1 for none.</summary>
    public required long PriceScale { get; init; }

    /// <summary>Rows with bars, bad ones included.</summary>
    public required long Rows { get; init; }

    /// <summary>Bars that could be used.</summary>
    public required int Bars { get; init; }

    /// <summary>Start of the first usable bar.</summary>
    public required DateTime? First { get; init; }

    /// <summary>Start of the last usable bar.</summary>
    public required DateTime? Last { get; init; }

    /// <summary>Bars present as a share (0 to 1) of those that fit into Sunday 17:00 to Friday 17:00 New York; holidays are not deducted.</summary>
    public required double? Coverage { get; init; }

    /// <summary>The longest gaps, longest first; the finding <see cref="FindingCodes.Gap"/> counts all.</summary>
    public required ImmutableArray<BarGap> LongestGaps { get; init; }

    public required bool HasVolume { get; init; }

    public required bool HasSpread { get; init; }

    /// <summary>Errors first, then warnings.</summary>
    public required ImmutableArray<BarFileFinding> Findings { get; init; }

    /// <summary>Whether a backtest would refuse the file.</summary>
    public bool HasErrors => Findings.Any(f => f.Severity == FindingSeverity.Error);
}
