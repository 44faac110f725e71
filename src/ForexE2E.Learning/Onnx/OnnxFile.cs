using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using ForexE2E.Learning.Onnx.Wire;
using Google.Protobuf;

namespace ForexE2E.Learning.Onnx;

/// <summary>What a model file says of itself, and the weights in it (float32 or float16; others are passed over).</summary>
public sealed record OnnxFile
{
    private OnnxFile(ModelProto model)
    {
        IrVersion = model.IrVersion;
        Opset = model.OpsetImport.FirstOrDefault(o => o.Domain.Length == 0)?.Version
            ?? throw new OnnxException("The file names no version of the standard operators (opset_import)");
        Operators = [.. model.Graph.Node.Select(n => n.OpType).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Metadata = model.MetadataProps.ToImmutableSortedDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
        Inputs = [.. model.Graph.Input.Select(Described)];
        Outputs = [.. model.Graph.Output.Select(Described)];
        Weights = model.Graph.Initializer
            .Where(t => t.DataType is 1 or 10)
            .Select(Widened)
            .ToImmutableSortedDictionary(t => t.Name, t => t, StringComparer.Ordinal);
    }

    public long IrVersion { get; }

    public long Opset { get; }

    public ImmutableArray<string> Operators { get; }

    public ImmutableSortedDictionary<string, string> Metadata { get; }

    public ImmutableArray<OnnxValue> Inputs { get; }

    public ImmutableArray<OnnxValue> Outputs { get; }

    public ImmutableSortedDictionary<string, OnnxTensor> Weights { get; }

    /// <exception cref="OnnxException">The bytes are no ONNX model, or a truncated one.</exception>
    public static OnnxFile Read(ReadOnlySpan<byte> bytes)
    {
        ModelProto model;
        try
        {
            model = ModelProto.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new OnnxException("The file is no ONNX model, or is cut short: " + e.Message, e);
        }

        try
        {
            return model.Graph is null ? throw new OnnxException("The file is no ONNX model: it holds no graph") : new OnnxFile(model);
        }
        catch (ArgumentException e)
        {
            throw new OnnxException("The file names something twice: " + e.Message, e);
        }
    }

    private static OnnxValue Described(ValueInfoProto value) => new(
        value.Name,
        [.. (value.Type?.TensorType?.Shape?.Dim ?? []).Select(d => d.ValueCase == DimensionProto.ValueOneofCase.DimValue ? d.DimValue.ToString(CultureInfo.InvariantCulture) : d.DimParam)]);

    private static OnnxTensor Widened(TensorProto tensor)
    {
        ImmutableArray<int> shape = [.. tensor.Dims.Select(d => checked((int)d))];
        long count = shape.Aggregate(1L, (product, side) => product * side);
        bool half = tensor.DataType == 10;
        ReadOnlySpan<byte> raw = tensor.RawData.Span;
        if (count < 0 || raw.Length != count * (half ? 2 : 4))
            throw new OnnxException($"Weights {tensor.Name} of [{string.Join(", ", shape)}] must take {count * (half ? 2 : 4)} bytes, take {raw.Length}");
        float[] values = new float[count];
        for (int i = 0; i < values.Length; i++)
            values[i] = half ? (float)BinaryPrimitives.ReadHalfLittleEndian(raw[(2 * i)..]) : BinaryPrimitives.ReadSingleLittleEndian(raw[(4 * i)..]);
        return new OnnxTensor(tensor.Name, shape, values);
    }
}
