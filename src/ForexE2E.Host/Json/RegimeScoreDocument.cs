namespace ForexE2E.Host.Json;

/// <summary>How often the filtered regime was the true one, over bars after the train span of their model.</summary>
/// <param name="Bars">Bars compared.</param>
/// <param name="Accuracy">Share of bars whose regime was right.</param>
/// <param name="MostFrequent">Accuracy of always saying the most frequent true state.</param>
/// <param name="Confusion">True state, then said regime, then bars.</param>
internal sealed record RegimeScoreDocument(
    int Bars, double? Accuracy, double? MostFrequent, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Confusion);
