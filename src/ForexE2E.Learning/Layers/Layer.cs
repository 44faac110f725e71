using ForexE2E.Domain.Randomness;

namespace ForexE2E.Learning.Layers;

/// <summary>One step of a network: its shape and its arithmetic, without its numbers. Rows in, rows out.</summary>
public abstract class Layer
{
    protected Layer(int inputs, int outputs)
    {
        if (inputs < 1 || outputs < 1)
            throw new ArgumentOutOfRangeException(nameof(inputs), $"A layer must have inputs and outputs, was {inputs} -> {outputs}");
        Inputs = inputs;
        Outputs = outputs;
    }

    /// <summary>Numbers a row.</summary>
    public int Inputs { get; }

    /// <summary>Numbers a row.</summary>
    public int Outputs { get; }

    public abstract int ParameterCount { get; }

    /// <summary>Numbers a row that the way forward keeps for the way back.</summary>
    public virtual int CacheWidth => 0;

    /// <summary>Numbers that the way back writes on for itself.</summary>
    public virtual int ScratchLength(BatchShape shape) => 0;

    /// <summary>The parameters' names and places; <paramref name="name"/> and a dot go before each.</summary>
    public abstract IEnumerable<ParameterBlock> Blocks(string name, int offset);

    /// <summary>Fills the parameters for the first time; the same luck gives the same numbers.</summary>
    public abstract void Initialize(Span<float> parameters, SplitMix64 luck);

    public abstract void Forward(in ForwardPass pass);

    public abstract void Backward(in BackwardPass pass);
}
