using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Checks;
using ForexE2E.Storage.MarketData.Clocks;
using ForexE2E.Storage.MarketData.Formats;

namespace ForexE2E.Storage.MarketData.Import;

/// <summary>What could be read of a bar file, and everything that was odd about it.</summary>
internal sealed record ImportedBars
{
    public required string Path { get; init; }

    public required BarFileFormat Format { get; init; }

    public required ZoneChoice Zone { get; init; }

    public required PriceSide Side { get; init; }

    public required PriceGrid Grid { get; init; }

    /// <summary>Null when no length of bar could be found.</summary>
    public required Timeframe? Timeframe { get; init; }

    /// <summary>Rows with readable and possible values, before repeats and closed hours were dropped.</summary>
    public required int ReadableRows { get; init; }

    /// <summary>The bars, strictly ascending in UTC.</summary>
    public required BarColumns Columns { get; init; }

    /// <summary>Line of each bar.</summary>
    public required int[] Lines { get; init; }

    public required FindingLedger Ledger { get; init; }
}
