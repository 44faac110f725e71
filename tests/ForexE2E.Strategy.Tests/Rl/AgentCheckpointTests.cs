using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Models;
using ForexE2E.Strategy.Rl.Agents;
using ForexE2E.Strategy.Rl.Training;
using ForexE2E.Testing.Models;

namespace ForexE2E.Strategy.Tests.Rl;

public sealed class AgentCheckpointTests
{
    private static readonly DateTime From = new(2021, 1, 4, 0, 0, 0, DateTimeKind.Utc);
    private static readonly MarketData Data = Generated();
    private static readonly AgentTrainingReport Report = QuickAgent.Report(Data, From.AddDays(90));

    [Fact]
    public void Six_actors_and_six_critics_are_written_and_computed_alike_by_onnx_runtime()
    {
        Assert.Equal(12, Report.Checkpoint.Graphs.Length);
        Assert.InRange(Report.Checkpoint.Graphs.Sum(g => g.Content.Length), 1, 12 << 20);

        _ = AgentCheckpoint.Load(Report.Checkpoint);
    }

    [Fact]
    public void The_same_data_and_seed_train_the_same_bytes() =>
        Assert.Equal(Report.Checkpoint.Graphs.Select(g => Convert.ToBase64String([.. g.Content])), QuickAgent.Report(Data, From.AddDays(90)).Checkpoint.Graphs.Select(g => Convert.ToBase64String([.. g.Content])));

    [Fact]
    public void A_graph_cut_short_is_refused() =>
        Refused(g => g with { Content = g.Content[..(g.Content.Length / 2)] }, "cut short");

    [Fact]
    public void A_graph_of_another_shape_is_refused() =>
        Refused(g => Report.Checkpoint.Graphs.Single(o => o.Role == "actor-512-256") with { Role = g.Role }, "must be [137, 256], are [137, 512]");

    [Fact]
    public void A_graph_that_gives_no_number_is_refused()
    {
        AgentShape shape = AgentShape.Shipped[0];
        float[] numbers = AgentGraphs.ReadActor(Report.Checkpoint.Graph("actor-256-128"), shape);
        numbers[7] = float.NaN;

        Refused(_ => AgentGraphs.WriteActor(shape, numbers), "not finite");
    }

    [Fact]
    public void A_state_of_another_layout_is_refused()
    {
        ModelCheckpoint other = Report.Checkpoint with { Settings = Report.Checkpoint.Settings.SetItem("state", "daily-140-v1") };

        Assert.Contains("daily-140-v1", Assert.Throws<ModelException>(() => AgentCheckpoint.Load(other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_agents_are_one_too_many()
    {
        ModelSet two = new("folder", [Report.Checkpoint, Report.Checkpoint with { Name = "other" }], "");

        Assert.Contains("2 rl models", Assert.Throws<ModelException>(() => AgentCheckpoint.Load(two)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_days_are_refused_with_the_number_that_is_needed() =>
        Assert.Contains("trading days", Assert.Throws<ArgumentException>(() => QuickAgent.Report(Data, From.AddDays(50))).Message, StringComparison.Ordinal);

    [Fact]
    public void What_comes_after_until_changes_nothing()
    {
        SyntheticMarketData longer = SyntheticMarket.Generate(new Market(Symbol.Parse("EURUSD"), new Timeframe(60)), From, From.AddDays(150), 3);

        ImmutableArray<ModelGraph> graphs = QuickAgent.Report(new MarketData(longer.Bars, longer.Pairs, longer.Vix, null, ""), From.AddDays(90)).Checkpoint.Graphs;

        Assert.Equal(Report.Checkpoint.Graphs.Select(g => Convert.ToBase64String([.. g.Content])), graphs.Select(g => Convert.ToBase64String([.. g.Content])));
    }

    private static void Refused(Func<ModelGraph, ModelGraph> change, string reason)
    {
        ModelCheckpoint changed = Report.Checkpoint with
        {
            Graphs = [.. Report.Checkpoint.Graphs.Select(g => g.Role == "actor-256-128" ? change(g) : g)],
        };
        Assert.Contains(reason, Assert.Throws<ModelException>(() => AgentCheckpoint.Load(changed)).Message, StringComparison.Ordinal);
    }

    private static MarketData Generated()
    {
        SyntheticMarketData made = SyntheticMarket.Generate(new Market(Symbol.Parse("EURUSD"), new Timeframe(60)), From, From.AddDays(100), 3);
        return new MarketData(made.Bars, made.Pairs, made.Vix, null, "");
    }
}
