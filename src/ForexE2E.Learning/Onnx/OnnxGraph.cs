using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using ForexE2E.Learning.Onnx.Wire;
using Google.Protobuf;

namespace ForexE2E.Learning.Onnx;

/// <summary>
/// Builds one ONNX model, operator by operator: opset 20, IR version 9, float32 values, weights inside. The same calls give
/// the same bytes. Every method that makes a value returns its name.
/// </summary>
public sealed class OnnxGraph(string name)
{
    public const int Opset = 20;
    public const int IrVersion = 9;

    private const int FloatType = 1;
    private const int LongType = 7;
    private const int HalfType = 10;

    private readonly GraphProto _graph = new() { Name = name };
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>An input; a side of its shape is a number or the name of a free size.</summary>
    public string Input(string value, params ReadOnlySpan<string> shape)
    {
        _graph.Input.Add(Described(Fresh(value), shape));
        return value;
    }

    /// <summary>Gives an inner value to the outside under another name.</summary>
    public string Output(string inner, string value, params ReadOnlySpan<string> shape)
    {
        _graph.Node.Add(new NodeProto { OpType = "Identity", Name = value, Input = { inner }, Output = { Fresh(value) } });
        _graph.Output.Add(Described(value, shape));
        return value;
    }

    /// <summary>Weights. Stored as halves, they are rounded to float16 and widened again inside the graph.</summary>
    public string Weights(string value, ReadOnlySpan<int> shape, ReadOnlySpan<float> numbers, bool asHalves = false)
    {
        byte[] raw = asHalves ? Halves(numbers) : Floats(numbers);
        TensorProto tensor = new() { Name = Fresh(value), DataType = asHalves ? HalfType : FloatType, RawData = UnsafeByteOperations.UnsafeWrap(raw) };
        foreach (int side in shape)
            tensor.Dims.Add(side);
        _graph.Initializer.Add(tensor);
        return asHalves ? Node("Cast", [value], new OnnxAttribute.Int("to", FloatType)) : value;
    }

    /// <summary>Whole numbers, for operators that take axes, shapes or bounds as inputs.</summary>
    public string Whole(string value, params ReadOnlySpan<long> numbers)
    {
        byte[] raw = new byte[8 * numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(raw.AsSpan(8 * i), numbers[i]);
        _graph.Initializer.Add(new TensorProto { Name = Fresh(value), DataType = LongType, Dims = { numbers.Length }, RawData = UnsafeByteOperations.UnsafeWrap(raw) });
        return value;
    }

    /// <summary>An operator of the standard set with one output.</summary>
    public string Node(string operation, ReadOnlySpan<string> inputs, params ReadOnlySpan<OnnxAttribute> attributes)
    {
        string value = Fresh(string.Create(CultureInfo.InvariantCulture, $"{operation}_{_graph.Node.Count}"));
        NodeProto node = new() { OpType = operation, Name = value, Output = { value } };
        foreach (string input in inputs)
            node.Input.Add(input);
        foreach (OnnxAttribute attribute in attributes)
            node.Attribute.Add(Written(attribute));
        _graph.Node.Add(node);
        return value;
    }

    /// <summary>The file's bytes. Metadata are written in the order of their keys.</summary>
    public byte[] ToBytes(ImmutableSortedDictionary<string, string>? metadata = null)
    {
        ModelProto model = new()
        {
            IrVersion = IrVersion,
            ProducerName = "forexe2e",
            Graph = _graph,
            OpsetImport = { new OperatorSetIdProto { Version = Opset } },
        };
        foreach ((string key, string value) in metadata ?? ImmutableSortedDictionary<string, string>.Empty)
            model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
        return model.ToByteArray();
    }

    private string Fresh(string value) => _names.Add(value)
        ? value
        : throw new ArgumentException($"This graph has a value named {value} already", nameof(value));

    private static ValueInfoProto Described(string value, ReadOnlySpan<string> shape)
    {
        TensorShapeProto sides = new();
        foreach (string side in shape)
        {
            sides.Dim.Add(long.TryParse(side, NumberStyles.None, CultureInfo.InvariantCulture, out long size)
                ? new DimensionProto { DimValue = size }
                : new DimensionProto { DimParam = side });
        }

        return new ValueInfoProto { Name = value, Type = new TypeProto { TensorType = new TensorTypeProto { ElemType = FloatType, Shape = sides } } };
    }

    private static AttributeProto Written(OnnxAttribute attribute) => attribute switch
    {
        OnnxAttribute.Float a => new AttributeProto { Name = a.Name, Type = 1, F = a.Value },
        OnnxAttribute.Int a => new AttributeProto { Name = a.Name, Type = 2, I = a.Value },
        OnnxAttribute.Text a => new AttributeProto { Name = a.Name, Type = 3, S = ByteString.CopyFromUtf8(a.Value) },
        OnnxAttribute.Floats a => new AttributeProto { Name = a.Name, Type = 6, Floats = { a.Values } },
        OnnxAttribute.Ints a => new AttributeProto { Name = a.Name, Type = 7, Ints = { a.Values } },
        _ => throw new ArgumentException($"Attribute {attribute.Name} is of a kind that is not written: {attribute.GetType().Name}", nameof(attribute)),
    };

    private static byte[] Floats(ReadOnlySpan<float> numbers)
    {
        byte[] raw = new byte[4 * numbers.Length];
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(numbers).CopyTo(raw);
            return raw;
        }

        for (int i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(raw.AsSpan(4 * i), numbers[i]);
        return raw;
    }

    private static byte[] Halves(ReadOnlySpan<float> numbers)
    {
        byte[] raw = new byte[2 * numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteHalfLittleEndian(raw.AsSpan(2 * i), (Half)numbers[i]);
        return raw;
    }
}
