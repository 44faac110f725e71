namespace ForexE2E.Learning.Layers;

/// <summary>What a layer reads and writes on the way forward; the caller owns every buffer.</summary>
public readonly ref struct ForwardPass
{
    public BatchShape Shape { get; init; }

    public ReadOnlySpan<float> Parameters { get; init; }

    public ReadOnlySpan<float> Input { get; init; }

    public Span<float> Output { get; init; }

    /// <summary>What the way back will need: <see cref="Layer.CacheWidth"/> numbers a row.</summary>
    public Span<float> Cache { get; init; }
}
