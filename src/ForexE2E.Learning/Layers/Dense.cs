using ForexE2E.Domain.Randomness;
using ForexE2E.Learning.Algebra;

namespace ForexE2E.Learning.Layers;

/// <summary>y = x W + b, W of inputs x outputs. Starts uniform within gain x root(6 / (inputs + outputs)) (Glorot and Bengio 2010).</summary>
public sealed class Dense(int inputs, int outputs, float gain = 1) : Layer(inputs, outputs)
{
    public override int ParameterCount => (Inputs + 1) * Outputs;

    public override IEnumerable<ParameterBlock> Blocks(string name, int offset) =>
    [
        new(name + ".weight", offset, [Inputs, Outputs]),
        new(name + ".bias", offset + (Inputs * Outputs), [Outputs]),
    ];

    public override void Initialize(Span<float> parameters, SplitMix64 luck)
    {
        double bound = gain * Math.Sqrt(6.0 / (Inputs + Outputs));
        Uniform.Fill(parameters[..(Inputs * Outputs)], bound, luck);
        parameters[(Inputs * Outputs)..].Clear();
    }

    public override void Forward(in ForwardPass pass)
    {
        Rows.Repeat(pass.Parameters[(Inputs * Outputs)..], pass.Output);
        MatrixProduct.Multiply(new Matrix(pass.Input, pass.Shape.Rows, Inputs), new Matrix(pass.Parameters, Inputs, Outputs), pass.Output, add: true);
    }

    public override void Backward(in BackwardPass pass)
    {
        Matrix input = new(pass.Input, pass.Shape.Rows, Inputs);
        Matrix above = new(pass.OutputGradient, pass.Shape.Rows, Outputs);
        MatrixProduct.Multiply(input.Transposed, above, pass.Gradients[..(Inputs * Outputs)], add: true);
        Rows.AddTo(pass.OutputGradient, pass.Gradients[(Inputs * Outputs)..]);
        if (!pass.InputGradient.IsEmpty)
            MatrixProduct.Multiply(above, new Matrix(pass.Parameters, Inputs, Outputs).Transposed, pass.InputGradient, add: false);
    }
}
