using ForexE2E.Learning.Algebra;
using ForexE2E.Learning.Layers;
using ForexE2E.Learning.Networks;
using ForexE2E.Strategy.Sssd.Diffusion;
using ForexE2E.Strategy.Sssd.Encoding;

namespace ForexE2E.Strategy.Sssd.Training;

/// <summary>Mean squared error of the predicted velocity over a batch, and its gradient by every weight. For one thread.</summary>
internal sealed class SssdGradient
{
    private const int Segments = SssdArchitecture.Segments;
    private const int Hidden = SssdArchitecture.Hidden;
    private const int Embedding = SssdArchitecture.Embedding;
    private readonly int _rows;
    private readonly Workspace _encoder;
    private readonly Workspace _steer;
    private readonly float[] _steerInput;
    private readonly float[] _steerInputGradient;
    private readonly float[] _steering;
    private readonly float[] _steeringGradient;
    private readonly float[] _embeddingGradient;
    private readonly float[] _product;
    private readonly float[] _hidden;
    private readonly float[] _hiddenGradient;
    private readonly float[] _velocity;
    private readonly float[] _velocityGradient;

    public SssdGradient(int rows)
    {
        _rows = rows;
        _encoder = SssdArchitecture.Encoder.Allocate(BatchShape.Of(rows));
        _steer = SssdArchitecture.Steer.Allocate(BatchShape.Of(rows));
        (_steerInput, _steerInputGradient) = (new float[rows * SssdArchitecture.SteeringInputs], new float[rows * SssdArchitecture.SteeringInputs]);
        (_steering, _steeringGradient) = (new float[rows * SssdArchitecture.Steering], new float[rows * SssdArchitecture.Steering]);
        _embeddingGradient = new float[rows * Embedding];
        (_product, _hidden, _hiddenGradient) = (new float[rows * Hidden], new float[rows * Hidden], new float[rows * Hidden]);
        (_velocity, _velocityGradient) = (new float[rows * Segments], new float[rows * Segments]);
    }

    /// <summary>The loss alone.</summary>
    public double Loss(SssdWeights weights, SssdBatch batch)
    {
        Forward(weights, batch);
        return MeanSquaredError.Gradient(_velocity, batch.Target, _velocityGradient);
    }

    /// <summary>The loss; adds its gradient.</summary>
    public double Add(SssdWeights weights, SssdBatch batch, SssdWeights gradient)
    {
        double loss = Loss(weights, batch);
        BackwardDenoiser(weights, batch, gradient);
        BatchShape shape = BatchShape.Of(_rows);
        SssdArchitecture.Steer.Backward(weights.Steer, shape, _steerInput, _steeringGradient, gradient.Steer, _steer, _steerInputGradient);
        for (int i = 0; i < _rows; i++)
        {
            for (int j = 0; j < Embedding; j++)
            {
                _embeddingGradient[(i * Embedding) + j] = batch.Keep[i] * _steerInputGradient[(i * SssdArchitecture.SteeringInputs) + j];
            }
        }

        SssdArchitecture.Encoder.Backward(weights.Encoder, shape, batch.Features, _embeddingGradient, gradient.Encoder, _encoder);
        return loss;
    }

    // v = gate x + W2 relu(factor (W1 x) + shift)
    private void Forward(SssdWeights weights, SssdBatch batch)
    {
        BatchShape shape = BatchShape.Of(_rows);
        ReadOnlySpan<float> embedding = SssdArchitecture.Encoder.Forward(weights.Encoder, shape, batch.Features, _encoder);
        for (int i = 0; i < _rows; i++)
        {
            Span<float> row = _steerInput.AsSpan(i * SssdArchitecture.SteeringInputs, SssdArchitecture.SteeringInputs);
            for (int j = 0; j < Embedding; j++)
            {
                row[j] = batch.Keep[i] * embedding[(i * Embedding) + j];
            }

            batch.Levels.AsSpan(i * NoiseLevel.Width, NoiseLevel.Width).CopyTo(row[Embedding..]);
            row[^1] = batch.Keep[i];
        }

        SssdArchitecture.Steer.Forward(weights.Steer, shape, _steerInput, _steer).CopyTo(_steering);
        MatrixProduct.Multiply(new Matrix(batch.Noisy, _rows, Segments), new Matrix(weights.First, Segments, Hidden), _product, add: false);
        for (int i = 0; i < _rows; i++)
        {
            ReadOnlySpan<float> steering = _steering.AsSpan(i * SssdArchitecture.Steering, SssdArchitecture.Steering);
            for (int j = 0; j < Hidden; j++)
            {
                int at = (i * Hidden) + j;
                _hidden[at] = Math.Max(0, (steering[j] * _product[at]) + steering[Hidden + j]);
            }

            for (int k = 0; k < Segments; k++)
            {
                int at = (i * Segments) + k;
                _velocity[at] = steering[(2 * Hidden) + k] * batch.Noisy[at];
            }
        }

        MatrixProduct.Multiply(new Matrix(_hidden, _rows, Hidden), new Matrix(weights.Second, Hidden, Segments), _velocity, add: true);
    }

    private void BackwardDenoiser(SssdWeights weights, SssdBatch batch, SssdWeights gradient)
    {
        Matrix above = new(_velocityGradient, _rows, Segments);
        MatrixProduct.Multiply(new Matrix(_hidden, _rows, Hidden).Transposed, above, gradient.Second, add: true);
        MatrixProduct.Multiply(above, new Matrix(weights.Second, Hidden, Segments).Transposed, _hiddenGradient, add: false);
        for (int i = 0; i < _rows; i++)
        {
            ReadOnlySpan<float> steering = _steering.AsSpan(i * SssdArchitecture.Steering, SssdArchitecture.Steering);
            Span<float> below = _steeringGradient.AsSpan(i * SssdArchitecture.Steering, SssdArchitecture.Steering);
            for (int j = 0; j < Hidden; j++)
            {
                int at = (i * Hidden) + j;
                float inside = _hidden[at] > 0 ? _hiddenGradient[at] : 0;
                below[j] = inside * _product[at];
                below[Hidden + j] = inside;
                _hiddenGradient[at] = inside * steering[j];
            }

            for (int k = 0; k < Segments; k++)
            {
                int at = (i * Segments) + k;
                below[(2 * Hidden) + k] = _velocityGradient[at] * batch.Noisy[at];
            }
        }

        MatrixProduct.Multiply(new Matrix(batch.Noisy, _rows, Segments).Transposed, new Matrix(_hiddenGradient, _rows, Hidden), gradient.First, add: true);
    }
}
