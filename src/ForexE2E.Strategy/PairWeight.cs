using ForexE2E.Strategy.Riskfolio.Universe;
using ForexE2E.Strategy.Rl;

namespace ForexE2E.Strategy;

/// <summary>Steps 4 and 5 of the decision: what the portfolio and the agent give the traded pair, as a factor of sizes. Either may be null.</summary>
internal sealed class PairWeight(PortfolioSize? portfolio, AgentVoice? agent)
{
    /// <summary>The pair's weight over an equal share, at most two.</summary>
    public double FactorAt(int bar) => agent?.SizeFactorAt(bar, portfolio?.WeightAt(bar)) ?? portfolio?.FactorAt(bar) ?? 1;
}
