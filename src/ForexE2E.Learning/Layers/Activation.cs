using System.Numerics.Tensors;
using ForexE2E.Domain.Randomness;
using ForexE2E.Learning.Algebra;

namespace ForexE2E.Learning.Layers;

/// <summary>Bends every number by the same curve; has no parameters.</summary>
public sealed class Activation(ActivationKind kind, int width) : Layer(width, width)
{
    /// <summary>The slope inside the sigmoid of the quick GELU.</summary>
    public const float GeluSlope = 1.702f;

    public ActivationKind Kind { get; } = kind;

    public override int ParameterCount => 0;

    public override int CacheWidth => Kind is ActivationKind.Silu or ActivationKind.Gelu ? Inputs : 0;

    public override IEnumerable<ParameterBlock> Blocks(string name, int offset) => [];

    public override void Initialize(Span<float> parameters, SplitMix64 luck)
    {
    }

    public override void Forward(in ForwardPass pass)
    {
        switch (Kind)
        {
            case ActivationKind.Tanh:
                Curves.Tanh(pass.Input, pass.Output);
                break;
            case ActivationKind.Relu:
                TensorPrimitives.Max(pass.Input, 0f, pass.Output);
                break;
            case ActivationKind.Sigmoid:
                Curves.Sigmoid(pass.Input, pass.Output);
                break;
            default:
                TensorPrimitives.Multiply(pass.Input, Slope, pass.Cache);
                Curves.Sigmoid(pass.Cache, pass.Cache);
                TensorPrimitives.Multiply(pass.Input, pass.Cache, pass.Output);
                break;
        }
    }

    public override void Backward(in BackwardPass pass)
    {
        if (pass.InputGradient.IsEmpty)
            return;
        ReadOnlySpan<float> y = pass.Output, above = pass.OutputGradient;
        Span<float> below = pass.InputGradient;
        switch (Kind)
        {
            case ActivationKind.Tanh:
                for (int i = 0; i < below.Length; i++)
                    below[i] = above[i] * (1 - (y[i] * y[i]));
                break;
            case ActivationKind.Relu:
                for (int i = 0; i < below.Length; i++)
                    below[i] = y[i] > 0 ? above[i] : 0;
                break;
            case ActivationKind.Sigmoid:
                for (int i = 0; i < below.Length; i++)
                    below[i] = above[i] * y[i] * (1 - y[i]);
                break;
            default:
                GatedGradient(pass.Input, pass.Cache, above, below);
                break;
        }
    }

    private float Slope => Kind == ActivationKind.Gelu ? GeluSlope : 1f;

    // d(x s(ax))/dx = s + a x s (1 - s)
    private void GatedGradient(ReadOnlySpan<float> x, ReadOnlySpan<float> gate, ReadOnlySpan<float> above, Span<float> below)
    {
        float slope = Slope;
        for (int i = 0; i < below.Length; i++)
            below[i] = above[i] * gate[i] * (1 + (slope * x[i] * (1 - gate[i])));
    }
}
