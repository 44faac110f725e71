namespace ForexE2E.Host.Json;

/// <summary>What the agent would hold.</summary>
/// <param name="At">UTC.</param>
/// <param name="TrainDays">Calendar days before it that the agent was tuned on.</param>
internal sealed record AgentAdviceDocument(DateTime At, int TrainDays, IReadOnlyList<WeightDocument> Weights, IReadOnlyList<ModelDocument> Models) : Document("agent_advice");
