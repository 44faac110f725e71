namespace ForexE2E.Optimization.Understanding;

/// <summary>How much of an objective's variation one parameter explains.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Share">0 to 1; the shares of all parameters sum to at most 1.</param>
/// <param name="LiveShare">Share of the trials in which it mattered; the importance is taken over those only.</param>
public sealed record ImportanceShare(string Parameter, double Share, double LiveShare);
