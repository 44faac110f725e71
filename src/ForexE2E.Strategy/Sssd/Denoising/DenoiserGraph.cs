using System.Globalization;
using ForexE2E.Learning.Onnx;
using ForexE2E.Strategy.Sssd.Encoding;

namespace ForexE2E.Strategy.Sssd.Denoising;

/// <summary>
/// The denoiser of the reference architecture as an ONNX graph: gate x noisy + W2 relu(factor x W1 noisy + shift). Since the same weights
/// give the same bytes, a file is known to be such a graph, and no other, when writing its weights anew gives the file.
/// </summary>
internal static class DenoiserGraph
{
    private const string FirstName = "first";
    private const string SecondName = "second";
    private const int Segments = SssdArchitecture.Segments;
    private const int Hidden = SssdArchitecture.Hidden;

    /// <summary>Writes the graph.</summary>
    /// <param name="first">Segments by hidden.</param>
    /// <param name="second">Hidden by segments.</param>
    public static byte[] Write(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        OnnxGraph graph = new("sssd-denoiser");
        string noisy = graph.Input("noisy", "forecasts", "paths", Text(Segments));
        string steering = graph.Input("modulation", "forecasts", "1", Text(SssdArchitecture.Steering));
        string axis = graph.Whole("axis", 2);
        string[] bounds = [graph.Whole("b0", 0), graph.Whole("b1", Hidden), graph.Whole("b2", 2 * Hidden), graph.Whole("b3", SssdArchitecture.Steering)];
        string factor = graph.Node("Slice", [steering, bounds[0], bounds[1], axis]);
        string shift = graph.Node("Slice", [steering, bounds[1], bounds[2], axis]);
        string gate = graph.Node("Slice", [steering, bounds[2], bounds[3], axis]);
        // The factors go into each forecast's own copy of the matrix, which is smaller than its paths.
        string own = graph.Node("Mul", [graph.Weights(FirstName, [Segments, Hidden], first), factor]);
        string active = graph.Node("Relu", [graph.Node("Add", [graph.Node("MatMul", [noisy, own]), shift])]);
        string gated = graph.Node("Mul", [noisy, gate]);
        string learned = graph.Node("MatMul", [active, graph.Weights(SecondName, [Hidden, Segments], second)]);
        graph.Output(graph.Node("Add", [gated, learned]), "velocity", "forecasts", "paths", Text(Segments));
        return graph.ToBytes();
    }

    /// <summary>The weights, if the bytes are this graph; null for any other graph.</summary>
    public static (float[] First, float[] Second)? Recognise(ReadOnlySpan<byte> bytes)
    {
        OnnxFile file;
        try
        {
            file = OnnxFile.Read(bytes);
        }
        catch (OnnxException)
        {
            return null;
        }

        return Of(file, FirstName) is { } first && Of(file, SecondName) is { } second && Write(first, second).AsSpan().SequenceEqual(bytes)
            ? (first, second) : null;
    }

    private static float[]? Of(OnnxFile file, string name) =>
        file.Weights.TryGetValue(name, out OnnxTensor? tensor) && tensor.Values.Length == Segments * Hidden ? tensor.Values.ToArray() : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
