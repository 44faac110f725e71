namespace ForexE2E.Learning.Layers;

/// <summary>What a layer reads and writes on the way back; the caller owns every buffer.</summary>
public readonly ref struct BackwardPass
{
    public BatchShape Shape { get; init; }

    public ReadOnlySpan<float> Parameters { get; init; }

    /// <summary>Gradients of the loss by parameter: added to.</summary>
    public Span<float> Gradients { get; init; }

    public ReadOnlySpan<float> Input { get; init; }

    public ReadOnlySpan<float> Output { get; init; }

    public ReadOnlySpan<float> OutputGradient { get; init; }

    /// <summary>Gradients by input: overwritten. Empty where nobody asks.</summary>
    public Span<float> InputGradient { get; init; }

    public Span<float> Cache { get; init; }

    public Span<float> Scratch { get; init; }
}
