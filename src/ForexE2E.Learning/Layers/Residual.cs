using System.Numerics.Tensors;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Learning.Layers;

/// <summary>y = x + inner(x) (He et al. 2016); the inner layer must give as many numbers a row as it takes.</summary>
public sealed class Residual : Layer
{
    public Residual(Layer inner)
        : base(inner.Inputs, inner.Outputs)
    {
        if (inner.Inputs != inner.Outputs)
            throw new ArgumentException($"A residual's inner layer must keep its width, was {inner.Inputs} -> {inner.Outputs}", nameof(inner));
        Inner = inner;
    }

    public Layer Inner { get; }

    public override int ParameterCount => Inner.ParameterCount;

    /// <summary>The inner layer's cache and its output.</summary>
    public override int CacheWidth => Inner.CacheWidth + Outputs;

    public override int ScratchLength(BatchShape shape) => Inner.ScratchLength(shape);

    public override IEnumerable<ParameterBlock> Blocks(string name, int offset) => Inner.Blocks(name + ".inner", offset);

    public override void Initialize(Span<float> parameters, SplitMix64 luck) => Inner.Initialize(parameters, luck);

    public override void Forward(in ForwardPass pass)
    {
        Span<float> inner = pass.Cache.Slice(pass.Shape.Rows * Inner.CacheWidth, pass.Shape.Rows * Outputs);
        Inner.Forward(new ForwardPass
        {
            Shape = pass.Shape,
            Parameters = pass.Parameters,
            Input = pass.Input,
            Output = inner,
            Cache = pass.Cache[..(pass.Shape.Rows * Inner.CacheWidth)],
        });
        TensorPrimitives.Add(pass.Input, inner, pass.Output);
    }

    public override void Backward(in BackwardPass pass)
    {
        Inner.Backward(new BackwardPass
        {
            Shape = pass.Shape,
            Parameters = pass.Parameters,
            Gradients = pass.Gradients,
            Input = pass.Input,
            Output = pass.Cache.Slice(pass.Shape.Rows * Inner.CacheWidth, pass.Shape.Rows * Outputs),
            OutputGradient = pass.OutputGradient,
            InputGradient = pass.InputGradient,
            Cache = pass.Cache[..(pass.Shape.Rows * Inner.CacheWidth)],
            Scratch = pass.Scratch,
        });
        if (!pass.InputGradient.IsEmpty)
            TensorPrimitives.Add(pass.InputGradient, pass.OutputGradient, pass.InputGradient);
    }
}
