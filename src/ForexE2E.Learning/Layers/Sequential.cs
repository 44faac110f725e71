using System.Collections.Immutable;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Learning.Layers;

/// <summary>Layers one after the other; each must take what the one before gives.</summary>
public sealed class Sequential : Layer
{
    public Sequential(params ImmutableArray<Layer> layers)
        : base(layers.IsDefaultOrEmpty ? 0 : layers[0].Inputs, layers.IsDefaultOrEmpty ? 0 : layers[^1].Outputs)
    {
        for (int i = 1; i < layers.Length; i++)
        {
            if (layers[i].Inputs != layers[i - 1].Outputs)
                throw new ArgumentException($"Layer {i} takes {layers[i].Inputs} numbers a row, layer {i - 1} gives {layers[i - 1].Outputs}", nameof(layers));
        }

        Layers = layers;
        Widest = layers.Max(l => Math.Max(l.Inputs, l.Outputs));
        ParameterCount = layers.Sum(l => l.ParameterCount);
        CacheWidth = layers.Sum(l => l.Outputs + l.CacheWidth) - Outputs;
    }

    public ImmutableArray<Layer> Layers { get; }

    private int Widest { get; }

    public override int ParameterCount { get; }

    /// <summary>Every layer's cache, and every layer's output but the last.</summary>
    public override int CacheWidth { get; }

    public override int ScratchLength(BatchShape shape) => (2 * shape.Rows * Widest) + Layers.Max(l => l.ScratchLength(shape));

    public override IEnumerable<ParameterBlock> Blocks(string name, int offset)
    {
        for (int i = 0; i < Layers.Length; i++)
        {
            foreach (ParameterBlock block in Layers[i].Blocks(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}.{i}"), offset))
                yield return block;
            offset += Layers[i].ParameterCount;
        }
    }

    public override void Initialize(Span<float> parameters, SplitMix64 luck)
    {
        int at = 0;
        foreach (Layer layer in Layers)
        {
            layer.Initialize(parameters.Slice(at, layer.ParameterCount), luck);
            at += layer.ParameterCount;
        }
    }

    public override void Forward(in ForwardPass pass)
    {
        int rows = pass.Shape.Rows, weights = 0, cached = 0;
        ReadOnlySpan<float> input = pass.Input;
        for (int i = 0; i < Layers.Length; i++)
        {
            Layer layer = Layers[i];
            Span<float> cache = pass.Cache.Slice(cached, rows * layer.CacheWidth);
            cached += cache.Length;
            Span<float> output = i == Layers.Length - 1 ? pass.Output : pass.Cache.Slice(cached, rows * layer.Outputs);
            cached += i == Layers.Length - 1 ? 0 : output.Length;
            layer.Forward(new ForwardPass
            {
                Shape = pass.Shape,
                Parameters = pass.Parameters.Slice(weights, layer.ParameterCount),
                Input = input,
                Output = output,
                Cache = cache,
            });
            weights += layer.ParameterCount;
            input = output;
        }
    }

    public override void Backward(in BackwardPass pass)
    {
        int rows = pass.Shape.Rows, weights = ParameterCount, cached = rows * CacheWidth;
        ReadOnlySpan<float> output = pass.Output, above = pass.OutputGradient;
        for (int i = Layers.Length - 1; i >= 0; i--)
        {
            Layer layer = Layers[i];
            weights -= layer.ParameterCount;
            cached -= rows * layer.CacheWidth;
            ReadOnlySpan<float> input = i == 0 ? pass.Input : pass.Cache.Slice(cached - (rows * layer.Inputs), rows * layer.Inputs);
            Span<float> below = i == 0 ? pass.InputGradient : pass.Scratch.Slice((i & 1) * rows * Widest, rows * layer.Inputs);
            layer.Backward(new BackwardPass
            {
                Shape = pass.Shape,
                Parameters = pass.Parameters.Slice(weights, layer.ParameterCount),
                Gradients = pass.Gradients.Slice(weights, layer.ParameterCount),
                Input = input,
                Output = output,
                OutputGradient = above,
                InputGradient = below,
                Cache = pass.Cache.Slice(cached, rows * layer.CacheWidth),
                Scratch = pass.Scratch[(2 * rows * Widest)..],
            });
            cached -= i == 0 ? 0 : input.Length;
            output = input;
            above = below;
        }
    }
}
