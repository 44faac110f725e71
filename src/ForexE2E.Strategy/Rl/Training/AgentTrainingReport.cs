using System.Collections.Immutable;
using ForexE2E.Domain.Models;

namespace ForexE2E.Strategy.Rl.Training;

/// <summary>A trained agent of all shapes, and how each did at its best look.</summary>
/// <param name="Checkpoint">Ready to be written; its hashes and origin are not set.</param>
/// <param name="Shapes">The look that each shape was kept at.</param>
/// <param name="TrainDays">Trading days that were acted on.</param>
/// <param name="ValidationDays">Trading days that only decided when to stop.</param>
public sealed record AgentTrainingReport(ModelCheckpoint Checkpoint, ImmutableArray<AgentProgress> Shapes, int TrainDays, int ValidationDays);
