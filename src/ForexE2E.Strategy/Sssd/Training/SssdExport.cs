using System.Collections.Immutable;
using System.Globalization;
using ForexE2E.Domain.Models;
using ForexE2E.Learning.Onnx;
using ForexE2E.Strategy.Sssd.Denoising;
using ForexE2E.Strategy.Sssd.Diffusion;
using ForexE2E.Strategy.Sssd.Encoding;
using ForexE2E.Strategy.Sssd.Scaling;

namespace ForexE2E.Strategy.Sssd.Training;

/// <summary>Writes learned weights as the two graphs of docs/models.md.</summary>
internal static class SssdExport
{
    public static ModelCheckpoint Checkpoint(SssdWeights weights, FeatureScale features, string name, string trainedOn, DateTime trainedUntil) => new()
    {
        Name = name,
        Version = "1",
        Kind = ModelKind.Sssd,
        Sha256 = "",
        TrainedUntil = trainedUntil,
        TrainedOn = trainedOn,
        Origin = "",
        Graphs =
        [
            new ModelGraph(SssdModel.EncoderRole, "", "", ImmutableArray.Create(Encoder(weights, features)), SssdModel.EncoderInputs, SssdModel.EncoderOutputs(SssdArchitecture.Steering)),
            new ModelGraph(SssdModel.DenoiserRole, "", "", ImmutableArray.Create(DenoiserGraph.Write(weights.First, weights.Second)), SssdModel.DenoiserInputs(SssdArchitecture.Steering), SssdModel.DenoiserOutputs),
        ],
        Settings = new Dictionary<string, string>
        {
            [SssdModel.ContextSetting] = ContextWindow.Bars.ToString(CultureInfo.InvariantCulture),
            [SssdModel.KnotsSetting] = string.Join(',', HorizonKnots.Ends),
            ["prediction"] = "velocity",
            ["training_schedule"] = "linear, cosine and sigmoid in turn, times even in 0 to 1",
            ["context_dropped"] = BatchDraw.Dropped.ToString(CultureInfo.InvariantCulture),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    private static byte[] Encoder(SssdWeights weights, FeatureScale features)
    {
        const int states = ContextWindow.Channels * StateSpaceKernel.Width;
        OnnxGraph graph = new("sssd-encoder");
        string window = graph.Input("window", "forecasts", Text(ContextWindow.Channels), Text(ContextWindow.Bars));
        string memories = graph.Input("memories", "forecasts", Text(ContextWindow.Memories));
        string levels = graph.Input("levels", "levels_", Text(NoiseLevel.Width));
        string keep = graph.Input("keep", "1", "1");
        string read = graph.Node("MatMul", [window, graph.Weights("kernel", [ContextWindow.Bars, StateSpaceKernel.Width], StateSpaceKernel.Matrix())]);
        string flat = graph.Node("Reshape", [read, graph.Whole("flat", -1, states)]);
        string raw = graph.Node("Concat", [flat, memories], new OnnxAttribute.Int("axis", 1));
        string centred = graph.Node("Sub", [raw, graph.Weights("means", [ContextFeatures.Width], features.Means)]);
        string scaled = graph.Node("Mul", [centred, graph.Weights("factors", [ContextFeatures.Width], features.Factors)]);
        string held = graph.Node("Clip", [scaled, graph.Weights("least", [], [-ContextFeatures.Most]), graph.Weights("most", [], [ContextFeatures.Most])]);
        string embedding = graph.Node("Mul", [NetworkGraph.Append(graph, SssdArchitecture.Encoder, weights.Encoder, held), keep]);
        graph.Output(Steer(graph, weights, embedding, levels, keep), "modulation", "levels_", "forecasts", Text(SssdArchitecture.Steering));
        return graph.ToBytes();
    }

    // The first steering layer is cut by its inputs, so that every level meets every forecast without repeating either.
    private static string Steer(OnnxGraph graph, SssdWeights weights, string embedding, string levels, string keep)
    {
        int units = SssdArchitecture.SteeringUnits;
        ReadOnlySpan<float> first = weights.Steer[..((SssdArchitecture.SteeringInputs + 1) * units)];
        ReadOnlySpan<float> second = weights.Steer[first.Length..];
        string ofContext = Product(graph, embedding, "steer.context", first[..(SssdArchitecture.Embedding * units)], units);
        string ofLevel = Product(graph, levels, "steer.level", first.Slice(SssdArchitecture.Embedding * units, NoiseLevel.Width * units), units);
        string ofKeep = Product(graph, keep, "steer.keep", first.Slice((SssdArchitecture.Embedding + NoiseLevel.Width) * units, units), units);
        string bias = graph.Weights("steer.bias", [units], first[^units..]);
        string shared = graph.Node("Add", [graph.Node("Add", [ofLevel, bias]), ofKeep]);
        string met = graph.Node("Add", [graph.Node("Unsqueeze", [shared, graph.Whole("after", 1)]), graph.Node("Unsqueeze", [ofContext, graph.Whole("before", 0)])]);
        string hidden = graph.Node("Tanh", [met]);
        string steering = Product(graph, hidden, "steer.out", second[..(units * SssdArchitecture.Steering)], SssdArchitecture.Steering);
        return graph.Node("Add", [steering, graph.Weights("steer.out.bias", [SssdArchitecture.Steering], second[(units * SssdArchitecture.Steering)..])]);
    }

    private static string Product(OnnxGraph graph, string input, string name, ReadOnlySpan<float> weights, int columns) =>
        graph.Node("MatMul", [input, graph.Weights(name, [weights.Length / columns, columns], weights)]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
