using ForexE2E.Domain.Parameters;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl;

/// <summary>The agent's say in one rule: the weight it would give the traded pair, mixed with the portfolio's by rl_hybrid_alpha.</summary>
internal sealed class AgentVoice(AgentGround ground, AgentWeights weights, WeightLimits limits, ParameterSet p)
{
    private const int Traded = 0;

    private readonly double _alpha = p["rl_hybrid_alpha"];

    /// <summary>Greatest multiple of a size.</summary>
    public const double Most = 2;

    /// <summary>What a size is multiplied with: the traded pair's weight over an equal share, at most two.</summary>
    /// <param name="portfolio">Its weight in the portfolio; null, where that takes no part, counts as the equal share.</param>
    public double SizeFactorAt(int bar, double? portfolio) => Math.Min(Most, DailyCloses.Pairs * Blend(bar, portfolio ?? (1.0 / DailyCloses.Pairs)));

    /// <summary>The traded pair's weight at a bar's close.</summary>
    /// <param name="portfolio">Its weight in the portfolio, which stands alone where the agent knows no state yet.</param>
    public double Blend(int bar, double portfolio)
    {
        ReadOnlySpan<float> inForce = weights.InForce(ground.DayOf(bar));
        return inForce.IsEmpty ? portfolio : (_alpha * limits.Apply(inForce, Traded)) + ((1 - _alpha) * portfolio);
    }
}
