using System.Collections.Immutable;
using ForexE2E.Domain.Randomness;
using ForexE2E.Learning.Layers;
using ForexE2E.Learning.Networks;
using ForexE2E.Learning.Onnx;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace ForexE2E.Learning.Tests.Onnx;

public sealed class NetworkGraphTests
{
    private static readonly BatchShape Shape = new(6, 3);

    public static TheoryData<string, bool> Kinds
    {
        get
        {
            TheoryData<string, bool> kinds = [];
            foreach (string kind in new[] { "tanh", "relu", "sigmoid", "silu", "gelu", "norm", "lstm", "residual" })
            {
                kinds.Add(kind, false);
                kinds.Add(kind, true);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Onnx_runtime_gives_the_same_outputs_within_1e_5(string kind, bool asHalves)
    {
        Network network = new(Build(kind), "agent");
        float[] parameters = network.Initialize(5), input = Draw(Shape.Rows * network.Inputs);
        if (asHalves)
            NetworkGraph.RoundToHalves(parameters);

        float[] theirs = Run(Write(network, parameters, asHalves), input, network.Inputs);

        float[] ours = network.Forward(parameters, Shape, input, network.Allocate(Shape)).ToArray();
        Assert.Equal(ours.Length, theirs.Length);
        Assert.All(ours.Zip(theirs), p => Assert.InRange(p.First - p.Second, -1e-5, 1e-5));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_was_written_is_read_again_bit_for_bit(string kind, bool asHalves)
    {
        Network network = new(Build(kind), "agent");
        float[] parameters = network.Initialize(5);
        if (asHalves)
            NetworkGraph.RoundToHalves(parameters);

        OnnxFile file = OnnxFile.Read(Write(network, parameters, asHalves));

        Assert.Equal(parameters, NetworkWeights.Read(file, network));
        Assert.Equal(20, file.Opset);
        Assert.Equal("2017-12-31", file.Metadata["trained-until"]);
        Assert.Equal("x [steps, sequences, 7]", file.Inputs.Single().ToString());
        Assert.Equal("y [steps, sequences, 4]", file.Outputs.Single().ToString());
    }

    [Fact]
    public void The_same_network_gives_the_same_bytes() =>
        Assert.Equal(Write(new Network(Build("lstm"), "agent"), new Network(Build("lstm")).Initialize(1), false), Write(new Network(Build("lstm"), "agent"), new Network(Build("lstm")).Initialize(1), false));

    [Fact]
    public void A_file_cut_short_and_a_file_of_another_kind_are_refused()
    {
        Network network = new(Build("tanh"), "agent");
        byte[] bytes = Write(network, network.Initialize(1), false);

        Assert.Throws<OnnxException>(() => OnnxFile.Read(bytes.AsSpan(0, bytes.Length / 2)));
        Assert.Throws<OnnxException>(() => OnnxFile.Read("not a model"u8));
        Assert.Throws<OnnxException>(() => OnnxFile.Read([]));
    }

    [Fact]
    public void Weights_that_are_missing_mis_shaped_or_not_finite_are_refused_by_name()
    {
        Network network = new(Build("tanh"), "agent");
        float[] parameters = network.Initialize(1);
        OnnxFile file = OnnxFile.Read(Write(network, parameters, false));

        Assert.Contains("critic.0.weight", Refusal(file, new Network(Build("tanh"), "critic")), StringComparison.Ordinal);
        Assert.Contains("must be [7, 9], are [7, 8]", Refusal(file, new Network(new Sequential(new Dense(7, 9)), "agent")), StringComparison.Ordinal);
        parameters[3] = float.NaN;
        Assert.Contains("not finite", Refusal(OnnxFile.Read(Write(network, parameters, false)), network), StringComparison.Ordinal);
    }

    private static string Refusal(OnnxFile file, Network network) => Assert.Throws<OnnxException>(() => NetworkWeights.Read(file, network)).Message;

    private static byte[] Write(Network network, float[] parameters, bool asHalves)
    {
        OnnxGraph graph = new("test");
        string x = graph.Input("x", "steps", "sequences", "7");
        graph.Output(NetworkGraph.Append(graph, network, parameters, x, asHalves), "y", "steps", "sequences", "4");
        return graph.ToBytes(ImmutableSortedDictionary<string, string>.Empty.Add("trained-until", "2017-12-31"));
    }

    private static float[] Run(byte[] model, float[] input, int width)
    {
        using SessionOptions options = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        using InferenceSession session = new(model, options);
        DenseTensor<float> x = new(input, [Shape.Steps, Shape.Sequences, width]);
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = session.Run([NamedOnnxValue.CreateFromTensor("x", x)]);
        return [.. results[0].AsTensor<float>()];
    }

    private static Layer Build(string kind) => kind switch
    {
        "norm" => new Sequential(new Dense(7, 8), new LayerNorm(8), new Dense(8, 4)),
        "lstm" => new Sequential(new Lstm(7, 8), new Dense(8, 4)),
        "residual" => new Sequential(new Dense(7, 8), new Residual(new Sequential(new Dense(8, 12), new Activation(ActivationKind.Silu, 12), new Dense(12, 8))), new Dense(8, 4)),
        _ => new Sequential(new Dense(7, 8), new Activation(Enum.Parse<ActivationKind>(kind, ignoreCase: true), 8), new Dense(8, 4)),
    };

    private static float[] Draw(int count)
    {
        SplitMix64 luck = new(9);
        return [.. Enumerable.Range(0, count).Select(_ => (float)luck.NextGaussian())];
    }
}
