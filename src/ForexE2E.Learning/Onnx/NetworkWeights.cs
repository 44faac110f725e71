using ForexE2E.Learning.Layers;
using ForexE2E.Learning.Networks;

namespace ForexE2E.Learning.Onnx;

/// <summary>Finds a network's parameters in a file that <see cref="NetworkGraph"/> wrote, so that learning can go on from it.</summary>
public static class NetworkWeights
{
    /// <exception cref="OnnxException">Weights are missing, of another shape, or not finite.</exception>
    public static float[] Read(OnnxFile file, Network network)
    {
        float[] parameters = new float[network.ParameterCount];
        foreach (ParameterBlock block in network.Blocks)
        {
            if (!file.Weights.TryGetValue(block.Name, out OnnxTensor? tensor))
                throw new OnnxException($"The file has no weights named {block.Name}");
            if (!tensor.Shape.SequenceEqual(block.Shape))
                throw new OnnxException($"Weights {block.Name} must be [{string.Join(", ", block.Shape)}], are [{string.Join(", ", tensor.Shape)}]");
            foreach (float value in tensor.Values.Span)
            {
                if (!float.IsFinite(value))
                    throw new OnnxException($"Weights {block.Name} hold a number that is not finite");
            }

            tensor.Values.Span.CopyTo(parameters.AsSpan(block.Offset));
        }

        return parameters;
    }
}
