namespace ForexE2E.Storage.MarketData.Checks;

/// <summary>Bars that carry prices of the hours after them.</summary>
/// <param name="Count">How many at that time of day.</param>
/// <param name="FirstIndex">Index of the first.</param>
/// <param name="Days">Days on which a bar stands at that time.</param>
internal sealed record LookAheadBars(int Count, int FirstIndex, int Days);
