namespace ForexE2E.Storage.MarketData.Parsing;

/// <summary>What a spread column counts.</summary>
internal enum SpreadUnit
{
    /// <summary>Ask less bid in quote currency.</summary>
    Price,

    /// <summary>Ask less bid in points: the last digit of the pair's usual price.</summary>
    Points,

    /// <summary>The column holds the ask close itself.</summary>
    AskClose,
}
