using System.Numerics;
using System.Runtime.CompilerServices;

namespace ForexE2E.Learning.Optimizers;

/// <summary>Adam with bias correction (Kingma and Ba 2015); keeps two numbers a parameter.</summary>
public sealed class Adam
{
    private readonly float[] _mean;
    private readonly float[] _square;
    private readonly double _beta1;
    private readonly double _beta2;
    private readonly float _epsilon;

    public Adam(int parameters, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
    {
        if (beta1 is not (>= 0 and < 1) || beta2 is not (>= 0 and < 1) || !(epsilon > 0))
            throw new ArgumentOutOfRangeException(nameof(beta1), $"Decays must be from 0 to below 1 and epsilon above 0, were {beta1}, {beta2} and {epsilon}");
        _mean = new float[parameters];
        _square = new float[parameters];
        (_beta1, _beta2, _epsilon) = (beta1, beta2, (float)epsilon);
    }

    public int Steps { get; private set; }

    /// <summary>Forgets what was seen, to begin another network of the same size.</summary>
    public void Reset()
    {
        Array.Clear(_mean);
        Array.Clear(_square);
        Steps = 0;
    }

    /// <summary>Moves parameters against their gradients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Step(Span<float> parameters, ReadOnlySpan<float> gradients, double rate)
    {
        if (parameters.Length != _mean.Length || gradients.Length != _mean.Length)
            throw new ArgumentException($"This optimiser keeps {_mean.Length} parameters, was given {parameters.Length} and {gradients.Length} gradients", nameof(parameters));
        Steps++;
        float size = (float)(rate / (1 - Math.Pow(_beta1, Steps)));
        float correction = (float)(1 / (1 - Math.Pow(_beta2, Steps)));
        int lanes = Vector<float>.Count, i = 0;
        Vector<float> keep1 = new((float)_beta1), add1 = new((float)(1 - _beta1)), keep2 = new((float)_beta2), add2 = new((float)(1 - _beta2));
        for (; i <= parameters.Length - lanes; i += lanes)
        {
            Vector<float> g = new(gradients[i..]);
            Vector<float> mean = (new Vector<float>(_mean, i) * keep1) + (g * add1);
            Vector<float> square = (new Vector<float>(_square, i) * keep2) + (g * g * add2);
            mean.CopyTo(_mean, i);
            square.CopyTo(_square, i);
            Vector<float> root = Vector.SquareRoot(square * new Vector<float>(correction)) + new Vector<float>(_epsilon);
            (new Vector<float>(parameters[i..]) - (mean * new Vector<float>(size) / root)).CopyTo(parameters[i..]);
        }

        for (; i < parameters.Length; i++)
        {
            float g = gradients[i];
            _mean[i] = (_mean[i] * (float)_beta1) + (g * (float)(1 - _beta1));
            _square[i] = (_square[i] * (float)_beta2) + (g * g * (float)(1 - _beta2));
            parameters[i] -= _mean[i] * size / (MathF.Sqrt(_square[i] * correction) + _epsilon);
        }
    }
}
