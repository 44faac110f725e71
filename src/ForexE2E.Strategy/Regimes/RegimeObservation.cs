namespace ForexE2E.Strategy.Regimes;

/// <summary>What the regime model sees of one block of bars.</summary>
/// <param name="Return">Log return over the block, in basis points, by the measure of its hour of the day.</param>
/// <param name="Volatility">Logarithm of the block's range (high less low, a point at least) in basis points of the price, less what its hour of the day adds on average.</param>
internal readonly record struct RegimeObservation(double Return, double Volatility);
