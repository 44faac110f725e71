namespace ForexE2E.Host.Json;

/// <summary>A fit of the model and the span it says something about.</summary>
/// <param name="Fitted">False when its train span had too few blocks: every bar of it is ranging and not in the path.</param>
internal sealed record RegimeWindowDocument(int Index, DateTime TrainFrom, DateTime TrainTo, DateTime From, DateTime To, bool Fitted);
