using ForexE2E.Learning.Layers;

namespace ForexE2E.Learning.Networks;

/// <summary>The buffers of one network for batches up to a size; belongs to one caller at a time.</summary>
public sealed class Workspace
{
    private readonly float[] _output;
    private readonly float[] _cache;
    private readonly float[] _scratch;

    internal Workspace(Layer layer, BatchShape largest)
    {
        Largest = largest;
        _output = new float[largest.Rows * layer.Outputs];
        _cache = new float[largest.Rows * layer.CacheWidth];
        _scratch = new float[layer.ScratchLength(largest)];
    }

    public BatchShape Largest { get; }

    internal Span<float> Output => _output;

    internal Span<float> Cache => _cache;

    internal Span<float> Scratch => _scratch;
}
