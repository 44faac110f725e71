using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Ensemble.Features;

/// <summary>The features of the ensemble: 28 of the traded market, and one for each other pair that is loaded.</summary>
internal static class FeatureGroups
{
    /// <summary>New groups, to be walked once.</summary>
    public static IReadOnlyList<IFeatureGroup> For(MarketData data) =>
    [
        new ReturnFeatures(),
        new OscillatorFeatures(),
        new RangeFeatures(),
        new CalendarFeatures(),
        .. data.Pairs.Where(p => p.Symbol != data.Bars.Symbol).Select(p => new PairFeature(p)),
    ];
}
