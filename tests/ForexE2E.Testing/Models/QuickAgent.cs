using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Models;
using ForexE2E.Strategy.Rl.Training;

namespace ForexE2E.Testing.Models;

/// <summary>An agent of all shapes that has hardly learned: made in memory, in a second, from the data of a test.</summary>
public static class QuickAgent
{
    /// <summary>The same data with the agent among their models.</summary>
    public static MarketData With(MarketData data, DateTime until) => data with { Models = new ModelSet("memory", [Checkpoint(data, until)], "quick") };

    /// <summary>Trained until an instant, with as little effort as can be.</summary>
    public static ModelCheckpoint Checkpoint(MarketData data, DateTime until) => Report(data, until).Checkpoint with { Origin = "memory" };

    /// <summary>The same with what its training came to.</summary>
    public static AgentTrainingReport Report(MarketData data, DateTime until) =>
        AgentTrainer.Train([data], until, new AgentTrainingSettings { Rounds = 1, LookEvery = 1, Sequences = 2, Steps = 6 }, "generated bars", _ => { }, CancellationToken.None);
}
