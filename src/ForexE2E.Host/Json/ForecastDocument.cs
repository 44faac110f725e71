using System.Collections.Immutable;
using ForexE2E.Strategy.Sssd.Outlook;

namespace ForexE2E.Host.Json;

/// <summary>What 'models forecast' prints. Returns are fractions of the price at the close.</summary>
/// <param name="At">Close of the last bar that was seen, UTC.</param>
/// <param name="Price">At that close.</param>
/// <param name="Low">Lower end of the central interval: where a long position would stop.</param>
/// <param name="High">Its upper end: a long position's target.</param>
/// <param name="SpreadRank">Share of the last 30 days' forecasts that are narrower; null when none can be made.</param>
/// <param name="IsCertain">Whether the rank is below sssd_uncertainty_threshold.</param>
internal sealed record ForecastDocument(
    string Bars,
    DateTime At,
    double Price,
    int Horizon,
    float Q05,
    float Q50,
    float Q95,
    double Confidence,
    float Low,
    float High,
    double? SpreadRank,
    bool IsCertain,
    IReadOnlyList<FanPoint> Fan,
    IReadOnlyList<ImmutableArray<float>> Paths,
    IReadOnlyList<ModelDocument> Models,
    string? Chart) : Document("models_forecast");
