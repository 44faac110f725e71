using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Risk;
using ForexE2E.Strategy.Sssd;

namespace ForexE2E.Strategy.Filters;

/// <summary>A signal on its way through the filters; the default value is no signal.</summary>
/// <param name="Confidence">0 at the entry bar to 1.</param>
/// <param name="SizeFactor">What filters multiply the size with.</param>
/// <param name="Terms">Target, stop and trailing of the pattern behind it, if one is.</param>
internal readonly record struct EntryOutlook(Side Side, double Confidence, double SizeFactor, TechnicalTerms Terms)
{
    /// <summary>The forecast behind it; null when none is made.</summary>
    public SssdReading? Forecast { get; init; }

    /// <summary>The other side; a pattern's stop and target do not suit it and are dropped.</summary>
    public EntryOutlook Inverted(double confidence) => this with { Side = (Side)(-(int)Side), Confidence = confidence, Terms = default };
}
