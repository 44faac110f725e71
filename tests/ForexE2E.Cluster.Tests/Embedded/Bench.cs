using Akka.Configuration;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Cluster.Tests.Embedded;

/// <summary>What a test of the embedded cluster needs, with fakes for all ports. Every message really is serialized.</summary>
internal sealed class Bench
{
    public InMemoryRunStore Store { get; set; } = new();

    public FakeMarketData Data { get; } = new();

    public FakeBacktest Backtest { get; set; } = new(3, 1, null);

    public int Slots { get; init; } = 2;

    public string Extra { get; init; } = "";

    public bool Serialize { get; init; } = true;

    public RunId Id { get; } = new(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));

    public static CancellationToken Patience => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    public static RunDefinition Definition(int trials, int parallel) => new()
    {
        Market = new Market(Symbol.Parse("EURUSD"), new Timeframe(5)),
        From = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        To = new DateTime(2020, 6, 1, 0, 0, 0, DateTimeKind.Utc),
        Data = new DataSources(),
        Trials = trials,
        Parallel = parallel,
        Seed = 7,
    };

    public Task<EmbeddedCluster> Start() => EmbeddedCluster.Start(
        new ClusterParts(Store, Data, new FakeBacktestFactory(Backtest), TimeProvider.System, Settings(), Slots, "test-1") { Methods = TestMethods.Create() },
        Patience);

    /// <summary>Runs from start to end in a cluster of its own.</summary>
    public async Task<RunOutcome> Complete(RunDefinition definition)
    {
        await using EmbeddedCluster cluster = await Start();
        await cluster.Submit(Id, definition, Patience);
        return await cluster.Completion(Id).WaitAsync(Patience);
    }

    public async Task<Run> Stored() => (await Store.FindRun(Id, default))!;

    /// <summary>What makes two runs the same, apart from times.</summary>
    public static string Describe(Run run) => string.Join('\n', run.Trials.Values.Select(t => FormattableString.Invariant(
        $"{t.Number} {t.State} {t.Attempts} [{string.Join(',', t.Seen)}] [{string.Join(',', t.Pending)}] {t.Result?.Score:R} {Texts(t.Parameters)}")));

    private static string Texts(ParameterSet parameters) => string.Join(' ', parameters.ToTexts().Select(p => p.Value));

    private Config Settings() => ConfigurationFactory.ParseString($$"""
        akka.actor.serialize-messages = {{(Serialize ? "on" : "off")}}
        # Serializing everything meets Akka's own local messages too, which nothing else ever serializes.
        akka.actor.serializers.json = "{{(Serialize ? "Akka.Serialization.NewtonSoftJsonSerializer, Akka" : "ForexE2E.Cluster.Serialization.RefusingSerializer, ForexE2E.Cluster")}}"
        {{Extra}}
        """);
}
