namespace ForexE2E.Storage.MarketData.Parsing;

/// <summary>Where a format keeps what in a row; columns count from 0, -1 for none.</summary>
internal sealed record RowLayout
{
    public required byte Separator { get; init; }

    /// <summary>Least number of columns a row must have.</summary>
    public required int Columns { get; init; }

    /// <summary>Line number of the header; 0 without one.</summary>
    public int HeaderLine { get; init; }

    public int Date { get; init; }

    public int Time { get; init; } = -1;

    public DateStyle DateStyle { get; init; } = DateStyle.YearFirst;

    /// <summary>Days since 1970, for stamps that count from midnight.</summary>
    public int Day { get; init; }

    public required int Open { get; init; }

    public required int High { get; init; }

    public required int Low { get; init; }

    public required int Close { get; init; }

    public int Volume { get; init; } = -1;

    public int Spread { get; init; } = -1;

    public SpreadUnit SpreadUnit { get; init; } = SpreadUnit.Price;
}
