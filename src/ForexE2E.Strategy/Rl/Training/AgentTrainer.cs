using System.Collections.Immutable;
using System.Globalization;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Models;
using ForexE2E.Strategy.Rl.Agents;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl.Training;

/// <summary>Trains an agent of every shape of the catalogue on daily closes, from nothing, with early stopping. The same data, settings and seed give the same bits.</summary>
public static class AgentTrainer
{
    /// <param name="markets">The traded pair, four others and a VIX series; several where they are generated.</param>
    /// <param name="until">End, exclusive, UTC: no day that ends later is looked at.</param>
    /// <param name="settings">Lengths and luck.</param>
    /// <param name="trainedOn">The data in words, for model.json.</param>
    /// <param name="progress">Told at every look.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <exception cref="ArgumentException">A pair or the VIX is missing, or there are too few days; the message names the remedy.</exception>
    public static AgentTrainingReport Train(IReadOnlyList<MarketData> markets, DateTime until, AgentTrainingSettings settings, string trainedOn, Action<AgentProgress> progress, CancellationToken cancellation)
    {
        settings.Validated();
        if (markets.Select(AgentGround.WhyIdle).FirstOrDefault(r => r is not null) is { } reason)
            throw new ArgumentException($"An agent cannot be trained: {reason}.", nameof(markets));
        TrainingDays days = new(markets.Select(m => new AgentStates(m)), until, settings);
        var graphs = ImmutableArray.CreateBuilder<ModelGraph>();
        var looks = ImmutableArray.CreateBuilder<AgentProgress>();
        foreach (AgentShape shape in AgentShape.Shipped)
        {
            ShapeTraining training = new(shape, settings, days);
            training.Run(progress, cancellation);
            graphs.Add(AgentGraphs.WriteActor(shape, training.BestActor));
            graphs.Add(AgentGraphs.WriteCritic(shape, training.BestCritic));
            looks.Add(training.Best);
        }

        ModelCheckpoint checkpoint = new()
        {
            Name = "rl",
            Version = "1",
            Kind = ModelKind.Rl,
            Sha256 = "",
            TrainedUntil = until,
            TrainedOn = trainedOn,
            Origin = "",
            Graphs = graphs.ToImmutable(),
            Settings = SettingsOf(settings, days),
        };
        return new AgentTrainingReport(checkpoint, looks.ToImmutable(), days.TrainDays, days.ValidationDays);
    }

    private static ImmutableSortedDictionary<string, string> SettingsOf(AgentTrainingSettings settings, TrainingDays days)
    {
        string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["state"] = AgentState.Layout,
            ["widest_trunk"] = Text(AgentShape.WidestTrunk),
            ["seed"] = settings.Seed.ToString(CultureInfo.InvariantCulture),
            ["rounds"] = Text(settings.Rounds),
            ["look_every"] = Text(settings.LookEvery),
            ["patience"] = Text(settings.Patience),
            ["sequences"] = Text(settings.Sequences),
            ["steps"] = Text(settings.Steps),
            ["validation_fraction"] = settings.ValidationFraction.ToString(CultureInfo.InvariantCulture),
            ["train_days"] = Text(days.TrainDays),
            ["validation_days"] = Text(days.ValidationDays),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
