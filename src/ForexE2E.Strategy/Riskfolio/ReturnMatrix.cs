namespace ForexE2E.Strategy.Riskfolio;

/// <summary>The numbers of a table of returns: rows are periods, columns assets. Whoever makes one hands the array over.</summary>
internal sealed class ReturnMatrix
{
    private readonly double[] _values;

    public ReturnMatrix(int assets, double[] rowMajor)
    {
        (Assets, Periods, _values) = (assets, rowMajor.Length / assets, rowMajor);
        Means = new double[assets];
        for (int t = 0; t < Periods; t++)
        {
            AddTo(Means, t, 1.0 / Periods);
        }
    }

    public int Assets { get; }

    public int Periods { get; }

    /// <summary>Mean return of each column.</summary>
    public double[] Means { get; }

    /// <summary>Root mean square of all returns; 1 when all are zero.</summary>
    public double Size
    {
        get
        {
            double sum = 0;
            foreach (double value in _values)
            {
                sum += value * value;
            }

            return sum > 0 ? Math.Sqrt(sum / _values.Length) : 1;
        }
    }

    public ReadOnlySpan<double> Row(int period) => _values.AsSpan(period * Assets, Assets);

    /// <summary>The same returns in other units, so that solvers see numbers near one.</summary>
    public ReturnMatrix DividedBy(double unit)
    {
        double[] scaled = new double[_values.Length];
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = _values[i] / unit;
        }

        return new ReturnMatrix(Assets, scaled);
    }

    /// <summary>Return of a portfolio in every period.</summary>
    public void Of(ReadOnlySpan<double> weights, Span<double> series)
    {
        for (int t = 0; t < Periods; t++)
        {
            series[t] = Vectors.Dot(Row(t), weights);
        }
    }

    /// <summary>Adds a multiple of a row.</summary>
    public void AddTo(Span<double> sum, int period, double factor)
    {
        ReadOnlySpan<double> row = Row(period);
        for (int j = 0; j < row.Length; j++)
        {
            sum[j] += factor * row[j];
        }
    }

    /// <summary>The gradient of a risk: minus each column times the shares of the periods.</summary>
    public void Gradient(ReadOnlySpan<double> shares, Span<double> gradient)
    {
        gradient.Clear();
        for (int t = 0; t < Periods; t++)
        {
            if (shares[t] != 0)
            {
                AddTo(gradient, t, -shares[t]);
            }
        }
    }

    /// <summary>Whether two columns hold the same returns to the last bit.</summary>
    public bool AreTwins(int first, int second)
    {
        for (int t = 0; t < Periods; t++)
        {
            if (_values[(t * Assets) + first] != _values[(t * Assets) + second])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Covariance with n - 1, row-major.</summary>
    public double[] Covariance()
    {
        double[] covariance = new double[Assets * Assets];
        Span<double> centred = Assets <= 64 ? stackalloc double[Assets] : new double[Assets];
        for (int t = 0; t < Periods; t++)
        {
            ReadOnlySpan<double> row = Row(t);
            for (int j = 0; j < Assets; j++)
            {
                centred[j] = row[j] - Means[j];
            }

            Vectors.AddOuter(covariance, centred, 1.0 / (Periods - 1));
        }

        return covariance;
    }
}
