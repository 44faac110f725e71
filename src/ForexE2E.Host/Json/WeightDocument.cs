namespace ForexE2E.Host.Json;

/// <summary>One pair's share.</summary>
/// <param name="Weight">0 to 1.</param>
/// <param name="SizeFactor">The share over an equal one, at most two.</param>
internal sealed record WeightDocument(string Pair, double Weight, double SizeFactor);
