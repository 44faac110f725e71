namespace ForexE2E.Strategy.Decisions;

/// <summary>What was forecast when a trade was decided: quantiles of the return over the forecast's horizon, as fractions of the price at the signal.</summary>
public readonly record struct ForecastQuantiles(float Q05, float Q50, float Q95);
