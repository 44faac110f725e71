namespace ForexE2E.Optimization.Samplers.Tpe;

/// <summary>
/// Least squares with a minimax concave penalty (Zhang 2010) by coordinate descent on the matrix of products, the penalty scaled by the
/// deviation it leaves (Sun and Zhang 2012): most coefficients are exactly 0, large ones are not shrunk. The cost of a fit does
/// not depend on the number of rows; a row costs the square of the number of features, once.
/// </summary>
internal sealed class SparseRegression(int features, double penalty)
{
    private const double Concavity = 3;
    private const int MostSweeps = 30;
    private const double LeastVariance = 0.05;
    private readonly float[] _gram = new float[features * features];
    private readonly float[] _sums = new float[features];
    private readonly float[] _means = new float[features];
    private readonly float[] _coefficients = new float[features];
    private readonly float[] _residual = new float[features];

    /// <summary>Coefficient of a feature.</summary>
    public float this[int feature] => _coefficients[feature];

    /// <summary>Deviation of what is left unexplained.</summary>
    public double Deviation { get; private set; } = 1;

    /// <summary>Takes note of the features of one row.</summary>
    public void Add(ReadOnlySpan<float> row)
    {
        Lanes.AddScaled(row, 1, _sums);
        for (int j = 0; j < features; j++)
        {
            if (row[j] != 0)
            {
                Lanes.AddScaled(row, row[j], _gram.AsSpan(j * features, features));
            }
        }
    }

    /// <summary>Fits all rows added to targets of mean 0, of which the products with the features and the sum of squares are given.</summary>
    public void Fit(ReadOnlySpan<float> products, double squares, int rows)
    {
        for (int j = 0; j < features; j++)
        {
            _means[j] = _sums[j] / rows;
        }

        // Begins from nothing each time: with the coefficients of the last fit, a suggestion would depend on when others were asked
        // for, and a run taken up by another process would go another way.
        products.CopyTo(_residual);
        Array.Clear(_coefficients);
        Deviation = 1;
        double rate = penalty * Math.Sqrt(2 * Math.Log(Math.Max(2, features)) / rows);
        double change = double.PositiveInfinity;
        for (int sweep = 0; sweep < MostSweeps && change > 1e-6; sweep++)
        {
            change = Sweep(Deviation * rate, rows);
            Deviation = Left(products, squares, rows);
        }
    }

    private double Sweep(double limit, int rows)
    {
        double change = 0;
        for (int j = 0; j < features; j++)
        {
            double variance = (_gram[(j * features) + j] / rows) - (_means[j] * _means[j]);
            if (variance < 1e-6)
            {
                continue;
            }

            double step = Best(j, variance, limit * Math.Sqrt(variance), rows) - _coefficients[j];
            if (step != 0)
            {
                _coefficients[j] += (float)step;
                Explain(j, (float)-step, rows);
                change += step * step * variance;
            }
        }

        return change;
    }

    private float Best(int feature, double variance, double limit, int rows)
    {
        double pull = (_residual[feature] / rows) + (variance * _coefficients[feature]);
        double size = Math.Abs(pull);
        return (float)(size <= limit ? 0
            : size <= Concavity * limit ? Math.CopySign((size - limit) / (variance * (1 - (1 / Concavity))), pull)
            : pull / variance);
    }

    private double Left(ReadOnlySpan<float> products, double squares, int rows)
    {
        double left = squares;
        int used = 0;
        for (int j = 0; j < features; j++)
        {
            left -= _coefficients[j] * ((double)products[j] + _residual[j]);
            used += _coefficients[j] != 0 ? 1 : 0;
        }

        return Math.Sqrt(Math.Max(LeastVariance, left / Math.Max(rows - used, 0.3 * rows)));
    }

    // residual += factor times a column of the centred matrix of products, which is symmetric.
    private void Explain(int feature, float factor, int rows)
    {
        Lanes.AddScaled(_gram.AsSpan(feature * features, features), factor, _residual);
        Lanes.AddScaled(_means, -factor * _means[feature] * rows, _residual);
    }
}
