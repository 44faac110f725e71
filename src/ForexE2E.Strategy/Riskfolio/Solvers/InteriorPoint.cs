namespace ForexE2E.Strategy.Riskfolio.Solvers;

/// <summary>
/// Convex quadratic programs of a few dozen variables: least 1/2 d'Hd + g'd with linear equalities and inequalities, by Mehrotra's
/// predictor-corrector method (Mehrotra 1992; Nocedal and Wright 2006, algorithm 16.4). Where several points are best it ends in the
/// middle of them, whatever the order of the assets. One for each thread.
/// </summary>
internal sealed class InteriorPoint
{
    private const int MostRounds = 60;
    private const double Enough = 1e-13;
    private const double Least = 1e-18;
    private readonly LinearConstraints _rows;
    private readonly int _n;
    private readonly int _equal;
    private readonly int _most;
    private readonly DenseSystem _system;
    private readonly double[] _right;
    private readonly double[] _step;
    private readonly double[] _d;
    private readonly double[] _y;
    private readonly double[] _slack;
    private readonly double[] _price;
    private readonly double[] _slackStep;
    private readonly double[] _priceStep;
    private readonly double[] _dual;
    private readonly double[] _equalRest;
    private readonly double[] _mostRest;
    private readonly double[] _complement;

    public InteriorPoint(LinearConstraints rows)
    {
        _rows = rows;
        (_n, _equal, _most) = (rows.Variables, rows.Equalities, rows.Inequalities);
        _system = new DenseSystem(_n + _equal);
        (_right, _step) = (new double[_n + _equal], new double[_n + _equal]);
        (_d, _dual) = (new double[_n], new double[_n]);
        (_y, _equalRest) = (new double[_equal], new double[_equal]);
        (_slack, _price, _slackStep, _priceStep) = (new double[_most], new double[_most], new double[_most], new double[_most]);
        (_mostRest, _complement) = (new double[_most], new double[_most]);
    }

    /// <summary>The best step from a point.</summary>
    /// <param name="hessian">Row-major, positive definite.</param>
    public ReadOnlySpan<double> Solve(ReadOnlySpan<double> x, ReadOnlySpan<double> hessian, ReadOnlySpan<double> gradient)
    {
        Begin(x);
        double size = 1 + Vectors.Largest(gradient);
        for (int round = 0; round < MostRounds; round++)
        {
            double gap = Residuals(x, hessian, gradient);
            bool isDone = gap <= Enough * size && Vectors.Largest(_dual) <= Enough * 10 * size && Broken() <= Enough * 10;
            if (isDone || (_most > 0 && gap <= Least * size))
            {
                break;
            }

            double length = Advance(hessian, gap);
            if (!(length > 1e-8))
            {
                break;
            }
        }

        return _d;
    }

    private void Begin(ReadOnlySpan<double> x)
    {
        Array.Clear(_d);
        Array.Clear(_y);
        for (int i = 0; i < _most; i++)
        {
            // A start far from the edges of all inequalities, though it breaks some.
            _slack[i] = Math.Max(1, Math.Abs(_rows.InequalityRest(i, x)));
            _price[i] = 1;
        }
    }

    // Fills the residuals and returns the mean complementarity.
    private double Residuals(ReadOnlySpan<double> x, ReadOnlySpan<double> hessian, ReadOnlySpan<double> gradient)
    {
        double gap = 0;
        for (int i = 0; i < _n; i++)
        {
            _dual[i] = gradient[i] + Vectors.Dot(hessian.Slice(i * _n, _n), _d);
        }

        for (int i = 0; i < _equal; i++)
        {
            _equalRest[i] = Vectors.Dot(_rows.Equality(i), _d) - _rows.EqualityRest(i, x);
            AddRow(_dual, _rows.Equality(i), _y[i]);
        }

        for (int i = 0; i < _most; i++)
        {
            _mostRest[i] = Vectors.Dot(_rows.Inequality(i), _d) + _slack[i] - _rows.InequalityRest(i, x);
            AddRow(_dual, _rows.Inequality(i), _price[i]);
            gap += _slack[i] * _price[i];
        }

        return _most == 0 ? 0 : gap / _most;
    }

    private double Broken() => Math.Max(Vectors.Largest(_equalRest), Vectors.Largest(_mostRest));

    // One predictor and one corrector step; returns its length.
    private double Advance(ReadOnlySpan<double> hessian, double gap)
    {
        FactoriseAt(hessian);
        for (int i = 0; i < _most; i++)
        {
            _complement[i] = _slack[i] * _price[i];
        }

        Direction();
        double length = Length(1);
        double after = 0;
        for (int i = 0; i < _most; i++)
        {
            after += (_slack[i] + (length * _slackStep[i])) * (_price[i] + (length * _priceStep[i]));
        }

        double ratio = gap > 0 ? after / _most / gap : 0;
        double centre = ratio * ratio * ratio * gap;
        for (int i = 0; i < _most; i++)
        {
            _complement[i] += (_slackStep[i] * _priceStep[i]) - centre;
        }

        Direction();
        length = Length(Math.Max(0.99, 1 - gap));
        if (!double.IsFinite(Vectors.Sum(_step)))
        {
            return 0;
        }

        Move(length);
        return length;
    }

    private void FactoriseAt(ReadOnlySpan<double> hessian)
    {
        int size = _n + _equal;
        Span<double> matrix = _system.Matrix;
        matrix.Clear();
        for (int i = 0; i < _n; i++)
        {
            hessian.Slice(i * _n, _n).CopyTo(matrix[(i * size)..]);
        }

        for (int k = 0; k < _most; k++)
        {
            AddWeighted(matrix, size, _rows.Inequality(k), _price[k] / _slack[k]);
        }

        for (int k = 0; k < _equal; k++)
        {
            double[] row = _rows.Equality(k);
            for (int j = 0; j < _n; j++)
            {
                matrix[((_n + k) * size) + j] = matrix[(j * size) + _n + k] = row[j];
            }
        }

        _system.Factorise();
    }

    // Newton's direction for the residuals and the complementarity wanted.
    private void Direction()
    {
        for (int i = 0; i < _n; i++)
        {
            _right[i] = -_dual[i];
        }

        for (int i = 0; i < _equal; i++)
        {
            _right[_n + i] = -_equalRest[i];
        }

        for (int i = 0; i < _most; i++)
        {
            AddRow(_right, _rows.Inequality(i), (_complement[i] - (_price[i] * _mostRest[i])) / _slack[i]);
        }

        _right.CopyTo(_step, 0);
        _system.Solve(_step);
        for (int i = 0; i < _most; i++)
        {
            _slackStep[i] = -_mostRest[i] - Vectors.Dot(_rows.Inequality(i), _step.AsSpan(0, _n));
            _priceStep[i] = -(_complement[i] + (_price[i] * _slackStep[i])) / _slack[i];
        }
    }

    // As long as slacks and prices stay above zero, shortened to a share of that.
    private double Length(double share)
    {
        double length = 1 / share;
        for (int i = 0; i < _most; i++)
        {
            length = _slackStep[i] < 0 ? Math.Min(length, -_slack[i] / _slackStep[i]) : length;
            length = _priceStep[i] < 0 ? Math.Min(length, -_price[i] / _priceStep[i]) : length;
        }

        return Math.Min(1, share * length);
    }

    private void Move(double length)
    {
        AddRow(_d, _step.AsSpan(0, _n), length);
        AddRow(_y, _step.AsSpan(_n, _equal), length);
        AddRow(_slack, _slackStep, length);
        AddRow(_price, _priceStep, length);
    }

    private static void AddRow(Span<double> sum, ReadOnlySpan<double> row, double factor)
    {
        for (int j = 0; j < row.Length; j++)
        {
            sum[j] += factor * row[j];
        }
    }

    private static void AddWeighted(Span<double> matrix, int size, double[] row, double factor)
    {
        for (int i = 0; i < row.Length; i++)
        {
            double scaled = factor * row[i];
            if (scaled == 0)
            {
                continue;
            }

            for (int j = 0; j < row.Length; j++)
            {
                matrix[(i * size) + j] += scaled * row[j];
            }
        }
    }
}
