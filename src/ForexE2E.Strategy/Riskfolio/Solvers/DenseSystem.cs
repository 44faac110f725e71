namespace ForexE2E.Strategy.Riskfolio.Solvers;

/// <summary>A small square system, factorised once by Gaussian elimination with partial pivoting and solved for several right sides.</summary>
internal sealed class DenseSystem(int size)
{
    private readonly double[] _factors = new double[size * size];
    private readonly int[] _pivots = new int[size];

    /// <summary>The matrix to fill, row-major, before <see cref="Factorise"/>.</summary>
    public Span<double> Matrix => _factors;

    public void Factorise()
    {
        for (int k = 0; k < size; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < size; i++)
            {
                pivot = Math.Abs(_factors[(i * size) + k]) > Math.Abs(_factors[(pivot * size) + k]) ? i : pivot;
            }

            _pivots[k] = pivot;
            if (pivot != k)
            {
                SwapRows(k, pivot);
            }

            // A row that depends on others counts for next to nothing instead of dividing by zero.
            ref double diagonal = ref _factors[(k * size) + k];
            diagonal = Math.Abs(diagonal) < 1e-300 ? 1e-300 : diagonal;
            Eliminate(k);
        }
    }

    /// <summary>Solves in place.</summary>
    public void Solve(Span<double> x)
    {
        for (int k = 0; k < size; k++)
        {
            (x[k], x[_pivots[k]]) = (x[_pivots[k]], x[k]);
        }

        for (int i = 1; i < size; i++)
        {
            x[i] -= Vectors.Dot(_factors.AsSpan(i * size, i), x);
        }

        for (int i = size - 1; i >= 0; i--)
        {
            double sum = x[i];
            for (int j = i + 1; j < size; j++)
            {
                sum -= _factors[(i * size) + j] * x[j];
            }

            x[i] = sum / _factors[(i * size) + i];
        }
    }

    private void Eliminate(int k)
    {
        for (int i = k + 1; i < size; i++)
        {
            double factor = _factors[(i * size) + k] /= _factors[(k * size) + k];
            if (factor != 0)
            {
                for (int j = k + 1; j < size; j++)
                {
                    _factors[(i * size) + j] -= factor * _factors[(k * size) + j];
                }
            }
        }
    }

    private void SwapRows(int a, int b)
    {
        for (int j = 0; j < size; j++)
        {
            (_factors[(a * size) + j], _factors[(b * size) + j]) = (_factors[(b * size) + j], _factors[(a * size) + j]);
        }
    }
}
