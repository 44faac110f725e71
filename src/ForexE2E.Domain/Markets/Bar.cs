namespace ForexE2E.Domain.Markets;

/// <summary>One bar, as people read it; engines read the columns of <see cref="BarSeries"/>.</summary>
/// <param name="Start">Opening instant, UTC.</param>
/// <param name="Open">Price in quote currency, as are high, low and close.</param>
/// <param name="Volume">In the source's own unit; null where the source has none.</param>
/// <param name="Spread">Ask less bid in price units; null where the source has none.</param>
public readonly record struct Bar(DateTime Start, double Open, double High, double Low, double Close, double? Volume, double? Spread);
