using ForexE2E.Domain.Models;
using ForexE2E.Strategy.Rl.Training;

namespace ForexE2E.Host.Json;

/// <summary>What training an agent came to.</summary>
/// <param name="TrainedUntil">UTC, exclusive.</param>
/// <param name="Bytes">Of all graphs.</param>
/// <param name="Shapes">Each at the look it was kept at.</param>
internal sealed record AgentTrainingDocument(
    string Folder, string Sha256, DateTime TrainedUntil, string TrainedOn, int Bytes, int TrainDays, int ValidationDays, IReadOnlyList<AgentProgress> Shapes) : Document("agent_training")
{
    public static AgentTrainingDocument Of(ModelCheckpoint written, AgentTrainingReport report) => new(
        written.Origin,
        written.Sha256,
        written.TrainedUntil,
        written.TrainedOn,
        written.Graphs.Sum(g => g.Content.Length),
        report.TrainDays,
        report.ValidationDays,
        report.Shapes);
}
