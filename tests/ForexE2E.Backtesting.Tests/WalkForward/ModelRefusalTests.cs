using System.Collections.Immutable;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Learning.Onnx;
using ForexE2E.Storage.Models;

namespace ForexE2E.Backtesting.Tests.WalkForward;

/// <summary>A model that cannot be used ends the run before it begins; one that fails later fails its window, with the reason.</summary>
public sealed class ModelRefusalTests
{
    private static readonly Market Traded = new(Symbol.Parse("EURUSD"), new Timeframe(60));
    private static readonly DateTime From = new(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime FirstTest = From.AddDays(30);
    private static readonly BarSeries Bars = SyntheticMarket.Generate(Traded, From.AddDays(-60), From.AddDays(60), 3).Bars;
    private static readonly ModelSet Shipped = new ModelFiles().Load(null);
    private static readonly ModelCheckpoint Good = Shipped.Of(ModelKind.Sssd)[0];

    [Fact]
    public void A_model_trained_until_the_first_test_serves_and_is_named() =>
        Assert.Equal([Good.Name], Made(Good with { TrainedUntil = FirstTest }).Models.Select(m => m.Name));

    [Fact]
    public void A_model_trained_into_a_test_span_is_refused() =>
        Assert.Contains("would have seen its own exam", Refusal(Good with { TrainedUntil = FirstTest.AddMinutes(1) }), StringComparison.Ordinal);

    [Fact]
    public void A_truncated_graph_is_refused() =>
        Assert.Contains("no usable ONNX graph", Refusal(With(Good.Graph("denoiser") with { Content = Good.Graph("denoiser").Content[..1000] })), StringComparison.Ordinal);

    [Fact]
    public void A_model_of_another_shape_is_refused() =>
        Assert.Contains(
            "must have noisy [any, any, 8]",
            Refusal(With(Good.Graph("denoiser") with { Inputs = [new TensorShape("noisy", [-1, -1, 5]), Good.Graph("denoiser").Inputs[1]] })),
            StringComparison.Ordinal);

    [Fact]
    public void A_model_that_gives_no_number_is_refused() =>
        Assert.Contains("is no finite number", Refusal(With(Denoiser("Log"))), StringComparison.Ordinal);

    [Fact]
    public void One_that_does_so_only_later_fails_the_window_with_the_reason()
    {
        // The root of a negative number is none, but the probe asks for 0 and 0.5.
        Backtest backtest = Made(With(Denoiser("Sqrt")));
        ParameterSet defaults = ParameterCatalog.Space(backtest.Fixed).Defaults;
        string message = Assert.Throws<ModelException>(() => backtest.InSample.Select(w => backtest.RunWindow(w, defaults, default)).ToArray()).Message;
        Assert.Contains("output 'velocity' is no finite number for some input", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_model_of_the_kind_the_run_is_refused_and_without_the_component_it_is_not()
    {
        MarketData none = new(Bars, [], null, null, "none") { Models = new ModelSet("folder", [], "") };
        Assert.Contains("folder holds no sssd model", Assert.Throws<ModelException>(() => new BacktestFactory().Create(Definition, none)).Message, StringComparison.Ordinal);
        Assert.Empty(new BacktestFactory().Create(Definition with { Components = [] }, none).Models);
    }

    private static RunDefinition Definition => new()
    {
        Market = Traded,
        From = From,
        To = From.AddDays(60),
        Data = new DataSources(),
        Components = [Component.Sssd],
    };

    private static string Refusal(ModelCheckpoint model) => Assert.Throws<ModelException>(() => Made(model)).Message;

    private static Backtest Made(ModelCheckpoint model) =>
        new BacktestFactory().Create(Definition, new MarketData(Bars, [], null, null, "x") { Models = new ModelSet("folder", [model], "x") });

    private static ModelCheckpoint With(ModelGraph denoiser) => Good with { Graphs = [Good.Graph("encoder"), denoiser] };

    private static ModelGraph Denoiser(string operation)
    {
        OnnxGraph graph = new("bad");
        string noisy = graph.Input("noisy", "b", "n", "8");
        string steering = graph.Input("modulation", "b", "1", Good.Graph("encoder").Outputs[0].Sizes[^1].ToString(System.Globalization.CultureInfo.InvariantCulture));
        string used = graph.Node("ReduceMean", [steering, graph.Whole("axis", 2)]);
        string zero = graph.Node("Mul", [used, graph.Weights("zero", [1], [0f])]);
        graph.Output(graph.Node("Add", [graph.Node(operation, [noisy]), zero]), "velocity", "b", "n", "8");
        return Good.Graph("denoiser") with { Content = ImmutableArray.Create(graph.ToBytes()) };
    }
}
