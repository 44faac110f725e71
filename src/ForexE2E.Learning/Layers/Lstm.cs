using System.Numerics.Tensors;
using ForexE2E.Domain.Randomness;
using ForexE2E.Learning.Algebra;

namespace ForexE2E.Learning.Layers;

/// <summary>
/// Long short-term memory (Hochreiter and Schmidhuber 1997; Gers 2000): sequences start at zero, gradients go back through all
/// steps. Gates lie in ONNX order, input, output, forget, cell, in blocks of hidden columns; the forget bias starts at one.
/// </summary>
public sealed class Lstm(int inputs, int hidden) : Layer(inputs, hidden)
{
    private const int Gates = 4;

    public int GateWidth => Gates * Outputs;

    public override int ParameterCount => (Inputs + Outputs + 1) * GateWidth;

    /// <summary>Four gates, the cell and its tangent.</summary>
    public override int CacheWidth => 6 * Outputs;

    public override int ScratchLength(BatchShape shape) =>
        (shape.Rows * GateWidth) + (Outputs * GateWidth) + (2 * shape.Sequences * Outputs);

    public override IEnumerable<ParameterBlock> Blocks(string name, int offset) =>
    [
        new(name + ".input", offset, [Inputs, GateWidth]),
        new(name + ".recurrent", offset + (Inputs * GateWidth), [Outputs, GateWidth]),
        new(name + ".bias", offset + ((Inputs + Outputs) * GateWidth), [GateWidth]),
    ];

    public override void Initialize(Span<float> parameters, SplitMix64 luck)
    {
        int weights = (Inputs + Outputs) * GateWidth;
        Uniform.Fill(parameters[..weights], 1 / Math.Sqrt(Outputs), luck);
        parameters[weights..].Clear();
        parameters.Slice(weights + (2 * Outputs), Outputs).Fill(1);
    }

    public override void Forward(in ForwardPass pass)
    {
        int rows = pass.Shape.Rows, few = pass.Shape.Sequences;
        Span<float> gates = pass.Cache[..(rows * GateWidth)];
        Rows.Repeat(BiasOf(pass.Parameters), gates);
        MatrixProduct.Multiply(new Matrix(pass.Input, rows, Inputs), new Matrix(pass.Parameters, Inputs, GateWidth), gates, add: true);
        for (int step = 0; step < pass.Shape.Steps; step++)
        {
            Span<float> now = gates.Slice(step * few * GateWidth, few * GateWidth);
            if (step > 0)
            {
                Matrix before = new(pass.Output[((step - 1) * few * Outputs)..], few, Outputs);
                MatrixProduct.Multiply(before, new Matrix(RecurrentOf(pass.Parameters), Outputs, GateWidth), now, add: true);
            }

            for (int row = step * few; row < (step + 1) * few; row++)
                Advance(pass, row, row - few);
        }
    }

    public override void Backward(in BackwardPass pass)
    {
        int rows = pass.Shape.Rows, few = pass.Shape.Sequences;
        Span<float> slopes = pass.Scratch[..(rows * GateWidth)];
        Span<float> turned = pass.Scratch.Slice(slopes.Length, Outputs * GateWidth);
        Span<float> fromNext = pass.Scratch.Slice(slopes.Length + turned.Length, few * Outputs);
        Span<float> cell = pass.Scratch.Slice(slopes.Length + turned.Length + fromNext.Length, few * Outputs);
        Turn(RecurrentOf(pass.Parameters), turned);
        fromNext.Clear();
        cell.Clear();
        for (int step = pass.Shape.Steps - 1; step >= 0; step--)
        {
            for (int i = 0; i < few; i++)
                Retreat(pass, (step * few) + i, few, fromNext.Slice(i * Outputs, Outputs), cell.Slice(i * Outputs, Outputs), slopes);
            if (step > 0)
                MatrixProduct.Multiply(new Matrix(slopes[(step * few * GateWidth)..], few, GateWidth), new Matrix(turned, GateWidth, Outputs), fromNext, add: false);
        }

        Accumulate(pass, slopes);
    }

    private ReadOnlySpan<float> RecurrentOf(ReadOnlySpan<float> parameters) => parameters.Slice(Inputs * GateWidth, Outputs * GateWidth);

    private ReadOnlySpan<float> BiasOf(ReadOnlySpan<float> parameters) => parameters.Slice((Inputs + Outputs) * GateWidth, GateWidth);

    private Span<float> CellAt(Span<float> cache, int rows, int row) => cache.Slice((rows * GateWidth) + (row * 2 * Outputs), Outputs);

    // Gates become what their curves make of them; cell = forget x cell before + input x candidate; h = output x tanh(cell).
    private void Advance(in ForwardPass pass, int row, int before)
    {
        int h = Outputs, rows = pass.Shape.Rows;
        Span<float> gates = pass.Cache.Slice(row * GateWidth, GateWidth);
        Curves.Sigmoid(gates[..(3 * h)], gates);
        Curves.Tanh(gates[(3 * h)..], gates[(3 * h)..]);
        Span<float> cell = CellAt(pass.Cache, rows, row);
        Span<float> bent = pass.Cache.Slice((rows * GateWidth) + (row * 2 * h) + h, h);
        TensorPrimitives.Multiply(gates[..h], gates[(3 * h)..], cell);
        if (before >= 0)
            TensorPrimitives.FusedMultiplyAdd(gates.Slice(2 * h, h), CellAt(pass.Cache, rows, before), cell, cell);
        Curves.Tanh(cell, bent);
        TensorPrimitives.Multiply(gates.Slice(h, h), bent, pass.Output.Slice(row * h, h));
    }

    // In: gradients that the next step sent back by hidden state and by cell. Out: those by gate sums, and the cell's for the step before.
    private void Retreat(in BackwardPass pass, int row, int few, Span<float> hidden, Span<float> cell, Span<float> slopes)
    {
        int h = Outputs, rows = pass.Shape.Rows;
        ReadOnlySpan<float> above = pass.OutputGradient.Slice(row * h, h);
        ReadOnlySpan<float> gates = pass.Cache.Slice(row * GateWidth, GateWidth);
        ReadOnlySpan<float> bent = pass.Cache.Slice((rows * GateWidth) + (row * 2 * h) + h, h);
        ReadOnlySpan<float> before = row >= few ? CellAt(pass.Cache, rows, row - few) : [];
        Span<float> slope = slopes.Slice(row * GateWidth, GateWidth);
        for (int i = 0; i < h; i++)
        {
            float input = gates[i], output = gates[h + i], forget = gates[(2 * h) + i], candidate = gates[(3 * h) + i];
            float dh = above[i] + hidden[i];
            float dc = cell[i] + (dh * output * (1 - (bent[i] * bent[i])));
            slope[i] = dc * candidate * input * (1 - input);
            slope[h + i] = dh * bent[i] * output * (1 - output);
            slope[(2 * h) + i] = before.IsEmpty ? 0 : dc * before[i] * forget * (1 - forget);
            slope[(3 * h) + i] = dc * input * (1 - (candidate * candidate));
            cell[i] = dc * forget;
        }
    }

    private void Accumulate(in BackwardPass pass, ReadOnlySpan<float> slopes)
    {
        int rows = pass.Shape.Rows, few = pass.Shape.Sequences, later = rows - few;
        Matrix slope = new(slopes, rows, GateWidth);
        MatrixProduct.Multiply(new Matrix(pass.Input, rows, Inputs).Transposed, slope, pass.Gradients[..(Inputs * GateWidth)], add: true);
        if (later > 0)
        {
            Matrix before = new Matrix(pass.Output, later, Outputs).Transposed;
            MatrixProduct.Multiply(before, new Matrix(slopes[(few * GateWidth)..], later, GateWidth), pass.Gradients.Slice(Inputs * GateWidth, Outputs * GateWidth), add: true);
        }

        Rows.AddTo(slopes, pass.Gradients.Slice((Inputs + Outputs) * GateWidth, GateWidth));
        if (!pass.InputGradient.IsEmpty)
            MatrixProduct.Multiply(slope, new Matrix(pass.Parameters, Inputs, GateWidth).Transposed, pass.InputGradient, add: false);
    }

    private void Turn(ReadOnlySpan<float> recurrent, Span<float> turned)
    {
        for (int i = 0; i < Outputs; i++)
        {
            for (int j = 0; j < GateWidth; j++)
                turned[(j * Outputs) + i] = recurrent[(i * GateWidth) + j];
        }
    }
}
