using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Riskfolio.Universe;

/// <summary>What the traded pair's weight does to sizes: its multiple of an equal share of the universe, at most two. No weight, no entry.</summary>
internal sealed class PortfolioSize(BarSeries bars, PortfolioWeights weights)
{
    /// <summary>Greatest factor.</summary>
    public const double Most = 2;

    /// <summary>Factor for an entry signalled at a bar's close, from weights known before the trading day began in which it closes.</summary>
    public double FactorAt(int bar) =>
        Math.Min(Most, weights.On(DailyReturns.DayOf(bars, bar))[0] * weights.Pairs.Length);
}
