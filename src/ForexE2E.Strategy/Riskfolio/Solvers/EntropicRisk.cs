using ForexE2E.Strategy.Riskfolio.Measures;

namespace ForexE2E.Strategy.Riskfolio.Solvers;

/// <summary>
/// factor x EVaR(x) + c'x with z held at or above a floor. EVaR is jointly convex in weights and z; z is minimised out at every point, so
/// gradient and Hessian are those of the minimum: the Hessian is the Schur complement of the joint one.
/// </summary>
internal sealed class EntropicRisk(ReturnMatrix returns, double tail, double floor, double factor, double[]? linear) : ISmoothRisk
{
    private readonly double[] _series = new double[returns.Periods];
    private readonly double[] _shares = new double[returns.Periods];
    private readonly double[] _mean = new double[returns.Assets];
    private readonly double[] _cross = new double[returns.Assets];
    private readonly double[] _row = new double[returns.Assets];

    /// <summary>z at the last point asked for.</summary>
    public double Temperature { get; private set; }

    /// <summary>Whether the floor held z there.</summary>
    public bool IsHeld => Temperature <= floor * (1 + 1e-9);

    public bool IsQuadratic => false;

    public double Value(ReadOnlySpan<double> x)
    {
        returns.Of(x, _series);
        double risk = EntropicValueAtRisk.Of(_series, tail, floor, _shares, out double temperature);
        Temperature = temperature;
        return (factor * risk) + (linear is null ? 0 : Vectors.Dot(linear, x));
    }

    public double Expand(ReadOnlySpan<double> x, Span<double> gradient, Span<double> hessian)
    {
        double value = Value(x);
        returns.Gradient(_shares, gradient);
        for (int j = 0; j < gradient.Length; j++)
        {
            _mean[j] = -gradient[j];
            gradient[j] = (factor * gradient[j]) + (linear?[j] ?? 0);
        }

        Curve(hessian);
        return value;
    }

    public double Reach(ReadOnlySpan<double> x, ReadOnlySpan<double> step) => double.PositiveInfinity;

    // (1/z) times the covariance of the columns under the shares, less what moving z along takes off it when z is free.
    private void Curve(Span<double> hessian)
    {
        hessian.Clear();
        _cross.AsSpan().Clear();
        double mean = Vectors.Dot(_shares, _series), spread = 0;
        double z = Temperature > 0 ? Temperature : 1;
        for (int t = 0; t < _series.Length; t++)
        {
            ReadOnlySpan<double> row = returns.Row(t);
            double off = _series[t] - mean;
            for (int j = 0; j < row.Length; j++)
            {
                _row[j] = row[j] - _mean[j];
                _cross[j] += _shares[t] * off * _row[j];
            }

            spread += _shares[t] * off * off;
            Vectors.AddOuter(hessian, _row, factor * _shares[t] / z);
        }

        if (!IsHeld && spread > 0)
        {
            Vectors.AddOuter(hessian, _cross, -factor / (z * spread));
        }
    }
}
