namespace ForexE2E.Storage.MarketData.Checks;

/// <summary>A hole in a bar file while the market was open.</summary>
/// <param name="LastBar">Start of the last bar before, UTC.</param>
/// <param name="NextBar">Start of the first bar after, UTC.</param>
/// <param name="Missing">Time between them in which the trading week was open and no bar is there.</param>
public sealed record BarGap(DateTime LastBar, DateTime NextBar, TimeSpan Missing);
