using System.Collections.Immutable;
using ForexE2E.Domain.Models;
using ForexE2E.Learning.Onnx;

namespace ForexE2E.Testing.Models;

/// <summary>
/// An SSSD model of a user's own architecture that says a random walk, until a path strays farther from 0 than it can bear: then it gives
/// what is no number. High temperatures get there, at some bars; usual ones never do.
/// </summary>
public static class BrittleForecaster
{
    private static readonly DateTime Until = new(1993, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <param name="most">Noisy value beyond which there is no root.</param>
    public static ModelCheckpoint Checkpoint(float most) => new()
    {
        Name = "brittle",
        Version = "7",
        Kind = ModelKind.Sssd,
        Sha256 = new string('b', 64),
        TrainedUntil = Until,
        TrainedOn = "nothing",
        Origin = "models/brittle",
        Graphs =
        [
            new ModelGraph(
                "encoder",
                "models/brittle/encoder.onnx",
                "",
                ImmutableArray.Create(Encoder()),
                [new("window", [-1, 3, 128]), new("memories", [-1, 4]), new("levels", [-1, 4]), new("keep", [1, 1])],
                [new("modulation", [-1, -1, 4])]),
            new ModelGraph(
                "denoiser",
                "models/brittle/denoiser.onnx",
                "",
                ImmutableArray.Create(Denoiser(most)),
                [new("noisy", [-1, -1, 8]), new("modulation", [-1, 1, 4])],
                [new("velocity", [-1, -1, 8])]),
        ],
        Settings = ImmutableSortedDictionary<string, string>.Empty.Add("context_bars", "128").Add("knots", "1,2,4,6,8,12,16,24"),
    };

    // Every level meets every forecast; the window is looked at and makes no difference.
    private static byte[] Encoder()
    {
        OnnxGraph graph = new("encoder");
        string window = graph.Input("window", "forecasts", "3", "128");
        string memories = graph.Input("memories", "forecasts", "4");
        string levels = graph.Input("levels", "levels_", "4");
        string keep = graph.Input("keep", "1", "1");
        string nothing = graph.Node("MatMul", [window, graph.Weights("zeros", [128, 4], new float[512])]);
        string silent = graph.Node("ReduceSum", [nothing, graph.Whole("channels", 1)], new OnnxAttribute.Int("keepdims", 0));
        string context = graph.Node("Mul", [graph.Node("Add", [memories, silent]), keep]);
        string met = graph.Node("Add", [graph.Node("Unsqueeze", [levels, graph.Whole("after", 1)]), graph.Node("Unsqueeze", [context, graph.Whole("before", 0)])]);
        graph.Output(met, "modulation", "levels_", "forecasts", "4");
        return graph.ToBytes();
    }

    // 0 x root(most^2 - noisy^2), so nothing is predicted as long as there is a root.
    private static byte[] Denoiser(float most)
    {
        OnnxGraph graph = new("denoiser");
        string noisy = graph.Input("noisy", "forecasts", "paths", "8");
        string steering = graph.Input("modulation", "forecasts", "1", "4");
        string room = graph.Node("Sub", [graph.Weights("most", [], [most * most]), graph.Node("Mul", [noisy, noisy])]);
        string silent = graph.Node("MatMul", [steering, graph.Weights("zeros", [4, 8], new float[32])]);
        graph.Output(graph.Node("Mul", [graph.Node("Sqrt", [room]), silent]), "velocity", "forecasts", "paths", "8");
        return graph.ToBytes();
    }
}
