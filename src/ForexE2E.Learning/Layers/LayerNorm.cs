using ForexE2E.Domain.Randomness;

namespace ForexE2E.Learning.Layers;

/// <summary>y = scale x (x - mean) / root(variance + 1e-5) + shift, mean and variance over each row (Ba, Kiros and Hinton 2016).</summary>
public sealed class LayerNorm(int width) : Layer(width, width)
{
    public const float Epsilon = 1e-5f;

    public override int ParameterCount => 2 * Inputs;

    public override int CacheWidth => Inputs + 1;

    public override IEnumerable<ParameterBlock> Blocks(string name, int offset) =>
        [new(name + ".scale", offset, [Inputs]), new(name + ".shift", offset + Inputs, [Inputs])];

    public override void Initialize(Span<float> parameters, SplitMix64 luck)
    {
        parameters[..Inputs].Fill(1);
        parameters[Inputs..].Clear();
    }

    public override void Forward(in ForwardPass pass)
    {
        for (int row = 0; row < pass.Shape.Rows; row++)
        {
            ReadOnlySpan<float> x = pass.Input.Slice(row * Inputs, Inputs);
            Span<float> y = pass.Output.Slice(row * Inputs, Inputs);
            Span<float> cache = pass.Cache.Slice(row * CacheWidth, CacheWidth);
            double mean = 0, variance = 0;
            foreach (float value in x)
                mean += value;
            mean /= Inputs;
            foreach (float value in x)
                variance += (value - mean) * (value - mean);
            double inverse = 1 / Math.Sqrt((variance / Inputs) + Epsilon);
            cache[Inputs] = (float)inverse;
            for (int i = 0; i < Inputs; i++)
            {
                cache[i] = (float)((x[i] - mean) * inverse);
                y[i] = (pass.Parameters[i] * cache[i]) + pass.Parameters[Inputs + i];
            }
        }
    }

    public override void Backward(in BackwardPass pass)
    {
        for (int row = 0; row < pass.Shape.Rows; row++)
        {
            ReadOnlySpan<float> above = pass.OutputGradient.Slice(row * Inputs, Inputs);
            ReadOnlySpan<float> cache = pass.Cache.Slice(row * CacheWidth, CacheWidth);
            double mean = 0, along = 0;
            for (int i = 0; i < Inputs; i++)
            {
                pass.Gradients[i] += above[i] * cache[i];
                pass.Gradients[Inputs + i] += above[i];
                double scaled = above[i] * pass.Parameters[i];
                mean += scaled;
                along += scaled * cache[i];
            }

            if (!pass.InputGradient.IsEmpty)
                Below(pass, row, mean / Inputs, along / Inputs);
        }
    }

    private void Below(in BackwardPass pass, int row, double mean, double along)
    {
        ReadOnlySpan<float> above = pass.OutputGradient.Slice(row * Inputs, Inputs);
        ReadOnlySpan<float> cache = pass.Cache.Slice(row * CacheWidth, CacheWidth);
        Span<float> below = pass.InputGradient.Slice(row * Inputs, Inputs);
        for (int i = 0; i < Inputs; i++)
            below[i] = (float)(cache[Inputs] * ((above[i] * pass.Parameters[i]) - mean - (cache[i] * along)));
    }
}
