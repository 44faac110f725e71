using MathNet.Numerics.LinearAlgebra;

namespace ForexE2E.Strategy.Ensemble.Learners;

/// <summary>A symmetric system (sum of w x x' + penalty) beta = (sum of b x), filled row by row and solved by Cholesky. The constant is not penalised.</summary>
internal sealed class NormalEquations
{
    // Keeps the system positive definite when a feature or the constant carries no weight at all.
    private const double Ridge = 1e-9;
    private readonly int _size;
    private readonly double[] _matrix;
    private readonly double[] _right;
    private readonly double[] _row;

    public NormalEquations(int features)
    {
        _size = features + 1;
        _matrix = new double[_size * _size];
        _right = new double[_size];
        _row = new double[_size];
        _row[^1] = 1;
    }

    public void Clear()
    {
        Array.Clear(_matrix);
        Array.Clear(_right);
    }

    /// <summary>Adds weight x x' to the matrix and target x to the right side; x is the row with a 1 at its end.</summary>
    public void Add(ReadOnlySpan<float> row, double weight, double target)
    {
        for (int c = 0; c < row.Length; c++)
        {
            _row[c] = row[c];
        }

        for (int i = 0; i < _size; i++)
        {
            _right[i] += target * _row[i];
            double weighted = weight * _row[i];
            Span<double> line = _matrix.AsSpan(i * _size, i + 1);
            for (int j = 0; j < line.Length; j++)
            {
                line[j] += weighted * _row[j];
            }
        }
    }

    /// <summary>Adds the L2 penalty; <paramref name="weights"/> shifts the right side for Newton steps (gradient of the penalty).</summary>
    public void Penalize(double penalty, ReadOnlySpan<double> weights)
    {
        for (int i = 0; i < _size; i++)
        {
            double own = i < _size - 1 ? penalty : 0;
            _matrix[(i * _size) + i] += own + Ridge;
            _right[i] -= own * weights[i];
        }
    }

    public double[] Solve()
    {
        Matrix<double> full = Matrix<double>.Build.Dense(_size, _size, (i, j) => i >= j ? _matrix[(i * _size) + j] : _matrix[(j * _size) + i]);
        return full.Cholesky().Solve(Vector<double>.Build.Dense((double[])_right.Clone())).ToArray();
    }
}
