using System.Collections.Immutable;
using ForexE2E.Domain.Randomness;
using ForexE2E.Learning.Layers;

namespace ForexE2E.Learning.Networks;

/// <summary>
/// A layer with one flat parameter vector and one flat gradient vector. The network holds no number itself, so it may be shared;
/// callers own the vectors and a <see cref="Workspace"/>, and then a step allocates nothing.
/// </summary>
public sealed class Network
{
    /// <param name="body">What it computes.</param>
    /// <param name="name">Goes before every parameter's name, in files.</param>
    public Network(Layer body, string name = "network")
    {
        Body = body;
        Name = name;
        Blocks = [.. body.Blocks(name, 0)];
    }

    public Layer Body { get; }

    public string Name { get; }

    public int Inputs => Body.Inputs;

    public int Outputs => Body.Outputs;

    public int ParameterCount => Body.ParameterCount;

    public ImmutableArray<ParameterBlock> Blocks { get; }

    /// <summary>A new parameter vector; the same seed gives the same numbers.</summary>
    public float[] Initialize(ulong seed)
    {
        float[] parameters = new float[ParameterCount];
        Body.Initialize(parameters, new SplitMix64(seed));
        return parameters;
    }

    /// <summary>Buffers for batches of at most so many rows (and, for LSTMs, sequences).</summary>
    public Workspace Allocate(BatchShape largest) => new(Body, largest);

    /// <summary>Outputs of each row; they lie in the workspace until its next use.</summary>
    public ReadOnlySpan<float> Forward(ReadOnlySpan<float> parameters, BatchShape shape, ReadOnlySpan<float> input, Workspace workspace)
    {
        Check(parameters.Length, shape, input.Length, workspace);
        Span<float> output = workspace.Output[..(shape.Rows * Outputs)];
        Body.Forward(new ForwardPass
        {
            Shape = shape,
            Parameters = parameters,
            Input = input,
            Output = output,
            Cache = workspace.Cache[..(shape.Rows * Body.CacheWidth)],
        });
        return output;
    }

    /// <summary>
    /// Adds the loss's gradients by parameter to <paramref name="gradients"/>, for the batch that <see cref="Forward"/> saw last in this
    /// workspace; writes those by input to <paramref name="inputGradient"/> unless it is empty.
    /// </summary>
    public void Backward(ReadOnlySpan<float> parameters, BatchShape shape, ReadOnlySpan<float> input, ReadOnlySpan<float> outputGradient, Span<float> gradients, Workspace workspace, Span<float> inputGradient = default)
    {
        Check(parameters.Length, shape, input.Length, workspace);
        if (gradients.Length != ParameterCount || outputGradient.Length != shape.Rows * Outputs || (inputGradient.Length is not 0 && inputGradient.Length != input.Length))
            throw new ArgumentException($"Gradients must have {ParameterCount}, {shape.Rows * Outputs} and {input.Length} numbers, were {gradients.Length}, {outputGradient.Length} and {inputGradient.Length}", nameof(gradients));
        Body.Backward(new BackwardPass
        {
            Shape = shape,
            Parameters = parameters,
            Gradients = gradients,
            Input = input,
            Output = workspace.Output[..(shape.Rows * Outputs)],
            OutputGradient = outputGradient,
            InputGradient = inputGradient,
            Cache = workspace.Cache[..(shape.Rows * Body.CacheWidth)],
            Scratch = workspace.Scratch,
        });
    }

    private void Check(int parameters, BatchShape shape, int input, Workspace workspace)
    {
        if (parameters != ParameterCount)
            throw new ArgumentException($"This network has {ParameterCount} parameters, was given {parameters}", nameof(parameters));
        if (input != shape.Rows * Inputs)
            throw new ArgumentException($"A batch of {shape.Rows} rows needs {shape.Rows * Inputs} inputs, was given {input}", nameof(input));
        if (shape.Rows > workspace.Largest.Rows || shape.Sequences > workspace.Largest.Sequences)
            throw new ArgumentException($"The workspace holds {workspace.Largest.Steps} x {workspace.Largest.Sequences} rows, the batch has {shape.Steps} x {shape.Sequences}", nameof(workspace));
    }
}
