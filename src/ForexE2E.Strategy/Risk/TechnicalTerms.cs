namespace ForexE2E.Strategy.Risk;

/// <summary>What a chart pattern asks of a trade that acts on it, in points from the entry. The default value asks nothing.</summary>
/// <param name="TargetDistance">0 when the trade is to run into its trailing stop instead.</param>
/// <param name="StopDistance">Where the pattern is proven wrong; 0 for none.</param>
/// <param name="TrailFrom">Profit at which trailing starts; 0: trailing is by percent of price.</param>
/// <param name="TrailDistance">Distance kept from the best price.</param>
internal readonly record struct TechnicalTerms(int TargetDistance, int StopDistance, int TrailFrom, int TrailDistance);
