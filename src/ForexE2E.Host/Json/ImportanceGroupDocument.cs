namespace ForexE2E.Host.Json;

/// <summary>Importance among trials that compete with each other.</summary>
/// <param name="Trials">Completed trials it was taken from.</param>
internal sealed record ImportanceGroupDocument(string Regime, int Trials, IReadOnlyList<ImportanceTargetDocument> Targets);
