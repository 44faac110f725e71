namespace ForexE2E.Strategy.Riskfolio.Solvers;

/// <summary>What a linear program minimises: risk times a factor less return times a factor.</summary>
/// <param name="Excess">When set, weights are multiples whose sum of excess returns is one, and are not bounded otherwise.</param>
/// <param name="Floor">Least return, with <paramref name="Returns"/> the returns it counts.</param>
internal readonly record struct TailTask(double RiskFactor, double ReturnFactor, double[]? Excess = null, double? Floor = null, double[]? Returns = null);
