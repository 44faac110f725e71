namespace ForexE2E.Strategy.Riskfolio;

/// <summary>Weights found, on a grid of 1e-8, and what to know about them.</summary>
/// <param name="Remark">Why they are not what was asked for; null when they are.</param>
internal readonly record struct Allocation(double[] Weights, string? Remark);
