using System.Globalization;
using ForexE2E.Learning.Layers;
using ForexE2E.Learning.Networks;

namespace ForexE2E.Learning.Onnx;

/// <summary>
/// Appends a network to a graph, its weights under the network's own parameter names. Values are [rows, numbers], or
/// [steps, sequences, numbers], which a network with an LSTM needs.
/// </summary>
public static class NetworkGraph
{
    /// <summary>Returns the name of the network's output; <paramref name="asHalves"/> stores weights in 16 bits, rounding them.</summary>
    public static string Append(OnnxGraph graph, Network network, ReadOnlySpan<float> parameters, string input, bool asHalves = false)
    {
        if (parameters.Length != network.ParameterCount)
            throw new ArgumentException($"This network has {network.ParameterCount} parameters, was given {parameters.Length}", nameof(parameters));
        return Append(graph, network.Body, network.Name, parameters, input, asHalves);
    }

    /// <summary>Rounds parameters to what a file with 16-bit weights gives back.</summary>
    public static void RoundToHalves(Span<float> parameters)
    {
        foreach (ref float parameter in parameters)
            parameter = (float)(Half)parameter;
    }

    private static string Append(OnnxGraph graph, Layer layer, string name, ReadOnlySpan<float> parameters, string input, bool asHalves)
    {
        switch (layer)
        {
            case Sequential sequential:
                int at = 0;
                for (int i = 0; i < sequential.Layers.Length; i++)
                {
                    Layer next = sequential.Layers[i];
                    input = Append(graph, next, string.Create(CultureInfo.InvariantCulture, $"{name}.{i}"), parameters.Slice(at, next.ParameterCount), input, asHalves);
                    at += next.ParameterCount;
                }

                return input;
            case Residual residual:
                return graph.Node("Add", [input, Append(graph, residual.Inner, name + ".inner", parameters, input, asHalves)]);
            case Activation activation:
                return Bent(graph, activation, name, input);
            default:
                string[] weights = WeightsOf(graph, layer, name, parameters, asHalves);
                return layer switch
                {
                    Dense => graph.Node("Add", [graph.Node("MatMul", [input, weights[0]]), weights[1]]),
                    LayerNorm => graph.Node("LayerNormalization", [input, .. weights], new OnnxAttribute.Int("axis", -1), new OnnxAttribute.Float("epsilon", LayerNorm.Epsilon)),
                    Lstm lstm => Recurrent(graph, lstm, name, weights, input),
                    _ => throw new ArgumentException($"Layers of type {layer.GetType().Name} cannot be written to ONNX", nameof(layer)),
                };
        }
    }

    private static string[] WeightsOf(OnnxGraph graph, Layer layer, string name, ReadOnlySpan<float> parameters, bool asHalves)
    {
        List<string> names = [];
        foreach (ParameterBlock block in layer.Blocks(name, 0))
            names.Add(graph.Weights(block.Name, block.Shape.AsSpan(), parameters.Slice(block.Offset, block.Length), asHalves));
        return [.. names];
    }

    private static string Bent(OnnxGraph graph, Activation activation, string name, string input)
    {
        switch (activation.Kind)
        {
            case ActivationKind.Tanh:
            case ActivationKind.Relu:
            case ActivationKind.Sigmoid:
                return graph.Node(activation.Kind.ToString(), [input]);
            case ActivationKind.Silu:
                return graph.Node("Mul", [input, graph.Node("Sigmoid", [input])]);
            default:
                string slope = graph.Weights(name + ".slope", [1], [Activation.GeluSlope]);
                return graph.Node("Mul", [input, graph.Node("Sigmoid", [graph.Node("Mul", [input, slope])])]);
        }
    }

    // ONNX wants [1, 4 hidden, width] weights, and a second bias, which is zero here.
    private static string Recurrent(OnnxGraph graph, Lstm lstm, string name, string[] weights, string input)
    {
        string first = graph.Whole(name + ".first", 0), second = graph.Whole(name + ".second", 1);
        string none = graph.Weights(name + ".no-bias", [lstm.GateWidth], new float[lstm.GateWidth]);
        string w = graph.Node("Unsqueeze", [graph.Node("Transpose", [weights[0]]), first]);
        string r = graph.Node("Unsqueeze", [graph.Node("Transpose", [weights[1]]), first]);
        string b = graph.Node("Unsqueeze", [graph.Node("Concat", [weights[2], none], new OnnxAttribute.Int("axis", 0)), first]);
        return graph.Node("Squeeze", [graph.Node("LSTM", [input, w, r, b], new OnnxAttribute.Int("hidden_size", lstm.Outputs)), second]);
    }
}
