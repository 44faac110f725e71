namespace ForexE2E.Strategy.Riskfolio.Measures;

/// <summary>
/// Entropic value at risk (Ahmadi-Javid 2012): the least of z ln(mean(exp(loss / z)) / tail) over z above 0. The function is convex in
/// z, so Newton steps on its slope, kept inside a bracket, find the only minimum. Where losses as large as the largest make up
/// the tail, z falls to 0 and the value is the largest loss.
/// </summary>
internal static class EntropicValueAtRisk
{
    private const int MostSteps = 100;

    /// <summary>The value; <paramref name="shares"/> receives the weights of the periods in the tilted mean, which sum to one.</summary>
    public static double Of(ReadOnlySpan<double> returns, double tail, Span<double> shares) => Of(returns, tail, 0, shares, out _);

    /// <summary>The value with z held at or above a floor.</summary>
    /// <param name="temperature">The z it was reached at; 0 when the value is the largest loss.</param>
    public static double Of(ReadOnlySpan<double> returns, double tail, double floor, Span<double> shares, out double temperature)
    {
        double worst = double.NegativeInfinity, sum = 0, squares = 0;
        foreach (double r in returns)
        {
            worst = Math.Max(worst, -r);
            sum += r;
            squares += r * r;
        }

        double mean = sum / returns.Length;
        double deviation = Math.Sqrt(Math.Max(0, (squares / returns.Length) - (mean * mean)));
        double logTail = Math.Log(tail * returns.Length);
        int ties = 0;
        foreach (double r in returns)
        {
            ties += worst + r <= 1e-14 * Math.Max(Math.Abs(worst), deviation) ? 1 : 0;
        }

        if (floor <= 0 && Math.Log(ties) >= logTail - 1e-12)
        {
            temperature = 0;
            return AtTheWorst(returns, worst, deviation, ties, shares);
        }

        temperature = Coldest(returns, worst, logTail, Math.Max(floor, 1e-9 * deviation), deviation / Math.Sqrt(-2 * Math.Log(tail)), shares);
        return worst + (temperature * (Tilt(returns, worst, temperature, shares, out _) - logTail));
    }

    private static double AtTheWorst(ReadOnlySpan<double> returns, double worst, double deviation, int ties, Span<double> shares)
    {
        for (int t = 0; t < returns.Length; t++)
        {
            shares[t] = worst + returns[t] <= 1e-14 * Math.Max(Math.Abs(worst), deviation) ? 1.0 / ties : 0;
        }

        return worst;
    }

    // The z at which the slope of the value in z is zero, or the floor when it is above zero there.
    private static double Coldest(ReadOnlySpan<double> returns, double worst, double logTail, double floor, double guess, Span<double> shares)
    {
        double low = floor, high = double.PositiveInfinity;
        double z = Math.Max(guess, floor);
        for (int step = 0; step < MostSteps; step++)
        {
            double slope = Slope(returns, worst, logTail, z, shares, out double curvature);
            if (slope > 0)
            {
                high = z;
            }
            else
            {
                low = z;
            }

            double next = curvature > 0 ? z - (slope / curvature) : double.NaN;
            if (!(next > low && next < high))
            {
                next = double.IsPositiveInfinity(high) ? 4 * z : (low + high) / 2;
            }

            if (Math.Abs(next - z) <= 1e-13 * z)
            {
                return next;
            }

            z = next;
        }

        return z;
    }

    private static double Slope(ReadOnlySpan<double> returns, double worst, double logTail, double z, Span<double> shares, out double curvature)
    {
        double log = Tilt(returns, worst, z, shares, out double mean);
        double spread = 0;
        for (int t = 0; t < returns.Length; t++)
        {
            double off = ((-returns[t] - worst) / z) - mean;
            spread += shares[t] * off * off;
        }

        curvature = spread / z;
        return log - logTail - mean;
    }

    // Log of the sum of exp((loss - worst) / z); the shares become exp over that sum, the mean is that of (loss - worst) / z under them.
    private static double Tilt(ReadOnlySpan<double> returns, double worst, double z, Span<double> shares, out double mean)
    {
        double sum = 0, weighted = 0;
        for (int t = 0; t < returns.Length; t++)
        {
            double u = (-returns[t] - worst) / z;
            shares[t] = Math.Exp(u);
            sum += shares[t];
            weighted += shares[t] * u;
        }

        for (int t = 0; t < returns.Length; t++)
        {
            shares[t] /= sum;
        }

        mean = weighted / sum;
        return Math.Log(sum);
    }
}
