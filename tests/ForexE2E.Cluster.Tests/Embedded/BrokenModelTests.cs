using System.Collections.Immutable;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Testing.Fakes;
using ForexE2E.Testing.Models;

namespace ForexE2E.Cluster.Tests.Embedded;

/// <summary>Real backtests in a real cluster, with a model that is whole when it is opened and breaks for some parameters at some bars.</summary>
public sealed class BrokenModelTests
{
    private static readonly DateTime From = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime To = From.AddDays(61);
    private readonly InMemoryRunStore _store = new();
    private readonly RunId _id = new(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));

    [Fact]
    public async Task A_model_that_gives_no_number_later_fails_those_trials_with_model_and_bar_and_the_others_complete()
    {
        await using EmbeddedCluster cluster = await Start(BrittleForecaster.Checkpoint(most: 5.4f));
        await cluster.Submit(_id, Definition(), Bench.Patience);
        RunOutcome outcome = await cluster.Completion(_id).WaitAsync(Bench.Patience);

        Run run = (await _store.FindRun(_id, default))!;
        Trial[] failed = [.. run.Trials.Values.Where(t => t.State == TrialState.Failed)];
        Assert.Equal((RunState.Completed, 8), (outcome.State, run.Trials.Count));
        Assert.True(failed.Length is >= 1 and <= 7, $"{failed.Length} failed, at temperatures {string.Join(", ", run.Trials.Values.Select(t => t.Parameters["sssd_temperature"]))}");
        Assert.All(run.Trials.Values.Except(failed), t => Assert.True(t.State == TrialState.Completed && t.Parameters["sssd_temperature"] < 1.25, $"{t.State} at temperature {t.Parameters["sssd_temperature"]}: {t.Reason}"));
        Assert.All(failed, t =>
        {
            Assert.Contains("models/brittle/denoiser.onnx: output 'velocity' is no finite number", t.Reason, StringComparison.Ordinal);
            Assert.Matches(@"No forecast at the close of the bar of 2020-0\d-\d\d \d\d:\d\dZ", t.Reason);
            Assert.True(t.Parameters["sssd_temperature"] >= 1, $"Failed at temperature {t.Parameters["sssd_temperature"]}.");
        });
    }

    [Fact]
    public async Task The_record_names_the_models_of_the_run()
    {
        await using EmbeddedCluster cluster = await Start(BrittleForecaster.Checkpoint(most: 60));
        await cluster.Submit(_id, Definition() with { Trials = 1 }, Bench.Patience);
        await cluster.Completion(_id).WaitAsync(Bench.Patience);
        ModelStamp stamp = Assert.Single((await _store.FindRun(_id, default))!.Record.Models);
        Assert.Equal(("brittle", "7", ModelKind.Sssd, new string('b', 64)), (stamp.Name, stamp.Version, stamp.Kind, stamp.Sha256));
    }

    [Fact]
    public async Task A_model_that_saw_the_test_span_is_refused_at_submission_and_stored_nowhere()
    {
        await using EmbeddedCluster cluster = await Start(BrittleForecaster.Checkpoint(most: 60) with { TrainedUntil = From.AddDays(40) });
        var refusal = await Assert.ThrowsAsync<RunRejectedException>(() => cluster.Submit(_id, Definition(), Bench.Patience));
        Assert.Contains("models/brittle: the model was trained on data until 2020-02-10 00:00Z", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(_store.Calls);
    }

    private static RunDefinition Definition() => Bench.Definition(trials: 8, parallel: 2) with
    {
        // Its suggestions do not depend on which results it has seen.
        Method = OptimizationMethod.Random,
        From = From,
        To = To,
        Components = [Component.Sssd],
        FixedParameters = ImmutableSortedDictionary<string, string>.Empty
            .Add("sssd_diffusion_steps", "10").Add("sssd_min_samples", "100").Add("sizing_method", "fixed_fraction"),
    };

    private Task<EmbeddedCluster> Start(ModelCheckpoint model)
    {
        Market market = new(Symbol.Parse("EURUSD"), new Timeframe(60));
        BarSeries bars = SyntheticMarket.Generate(market, From.AddDays(-20), To, 5).Bars;
        MarketData data = new(bars, [], null, null, "hash") { Models = new ModelSet("models", [model], "models") };
        ClusterParts parts = new(_store, new LoadedData(data), new BacktestFactory(), TimeProvider.System, Akka.Configuration.Config.Empty, 2, "test-1") { Methods = TestMethods.Create() };
        return EmbeddedCluster.Start(parts, Bench.Patience);
    }

    private sealed class LoadedData(MarketData data) : IMarketData
    {
        public Task<MarketData> Load(Market market, DataSources sources, DateTime from, DateTime to, CancellationToken cancellation) => Task.FromResult(data);
    }
}
