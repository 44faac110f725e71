using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Rl;

/// <summary>What the agent would hold of one pair.</summary>
/// <param name="Weight">Its share, 0 to 1.</param>
/// <param name="SizeFactor">The share over an equal one, at most two: what sizes of that pair would be multiplied with under RL only.</param>
public sealed record PairAdvice(Symbol Pair, double Weight, double SizeFactor);
