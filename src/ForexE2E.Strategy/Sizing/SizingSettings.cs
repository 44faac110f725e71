using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Strategy.Sizing;

/// <summary>The ten sizing parameters of a set, unpacked.</summary>
internal readonly record struct SizingSettings
{
    public SizingSettings(ParameterSet p)
    {
        Method = (SizingMethod)p.GetInt("sizing_method");
        BaseRisk = p["sizing_base_risk_pct"] / 100;
        KellyFraction = p["sizing_kelly_fraction"];
        MostOfEquity = p["sizing_max_position_size_pct"] / 100;
        Trending = p["sizing_regime_trending_multiplier"];
        Ranging = p["sizing_regime_ranging_multiplier"];
        Volatile = p["sizing_regime_volatile_multiplier"];
        bool isScaled = p.GetBool("sizing_confidence_scaling");
        AtLeastConfidence = isScaled ? p["sizing_confidence_min_multiplier"] : 1;
        AtFullConfidence = isScaled ? p["sizing_confidence_max_multiplier"] : 1;
    }

    public SizingMethod Method { get; init; }

    /// <summary>Fraction of equity.</summary>
    public double BaseRisk { get; }

    public double KellyFraction { get; }

    /// <summary>Fraction of equity times leverage.</summary>
    public double MostOfEquity { get; }

    public double Trending { get; }

    public double Ranging { get; }

    public double Volatile { get; }

    public double AtLeastConfidence { get; }

    public double AtFullConfidence { get; }

    /// <summary>Size factor of a regime.</summary>
    public double Of(Regime regime) => regime switch
    {
        Regime.TrendingUp or Regime.TrendingDown => Trending,
        Regime.Ranging => Ranging,
        Regime.Volatile => Volatile,
        _ => 1,
    };
}
