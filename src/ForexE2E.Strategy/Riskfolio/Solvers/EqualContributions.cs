using ForexE2E.Strategy.Riskfolio.Measures;

namespace ForexE2E.Strategy.Riskfolio.Solvers;

/// <summary>
/// Portfolios in which every asset contributes the same risk, as far as the bounds allow: the least of risk less the sum of logarithms
/// over all multiples of allowed weights (<see cref="LogBudget"/>), scaled back. Variance and EVaR are smooth. CVaR, CDaR and the worst
/// realisation are the greatest of finitely many linear functions: cutting planes (Kelley 1960) add the one that rules until none is
/// missed, each time with an exact Newton solution, so they end after finitely many.
/// </summary>
internal static class EqualContributions
{
    private const int MostCuts = 2000;
    private const double Enough = 1e-10;
    private const double Widest = 1e4;

    /// <summary>The multiples found; null when no portfolio has equal contributions (an asset, or a mix, has no risk).</summary>
    public static double[]? Solve(ReturnMatrix returns, RiskMeasure measure, double tail, in WeightBounds bounds)
    {
        int n = returns.Assets;
        double[] start = new double[n], shares = new double[returns.Periods];
        double risk = RiskOf(returns, measure, tail, Ones(n), shares);
        if (!(risk > Enough))
        {
            return null;
        }

        // At the best point the risk of a homogeneous measure is n, that of a variance n / 2 as half of it is taken.
        double first = measure == RiskMeasure.MV ? Math.Sqrt(n / risk) : n / risk;
        Array.Fill(start, first);
        bool isDone = measure switch
        {
            RiskMeasure.MV => Smooth(new QuadraticRisk(returns.Covariance(), 0.5, null), bounds, start),
            RiskMeasure.EVaR when tail * returns.Periods > 1 => Entropic(returns, tail, bounds, start),
            RiskMeasure.EVaR => Cut(returns, RiskMeasure.WR, tail, bounds, ref start),
            _ => Cut(returns, measure, tail, bounds, ref start),
        };
        return isDone && !start.Any(w => w > Widest / 10 * first) ? start : null;
    }

    private static bool Smooth(ISmoothRisk risk, in WeightBounds bounds, double[] x) =>
        NewtonSteps.Descend(new LogBudget(risk, x.Length), Boxed(bounds, x.Length, x), x);

    private static bool Entropic(ReturnMatrix returns, double tail, in WeightBounds bounds, double[] x)
    {
        LinearConstraints rows = Boxed(bounds, x.Length, x);
        return EntropicCooling.Descend(
            floor => new EntropicRisk(returns, tail, floor, 1, null), risk => new LogBudget(risk, x.Length), rows, Vectors.Sum(x), x);
    }

    private static bool Cut(ReturnMatrix returns, RiskMeasure measure, double tail, in WeightBounds bounds, ref double[] start)
    {
        int n = start.Length;
        double[] x = [.. start, 0], shares = new double[returns.Periods];
        LinearConstraints rows = Boxed(bounds, n + 1, start);
        int fixedRows = rows.Inequalities;
        for (int i = 0; i < n; i++)
        {
            double[] alone = new double[n];
            alone[i] = start[i];
            _ = AddCut(returns, measure, tail, alone, shares, rows);
        }

        LogBudget budget = new(new LinearRisk(), n);
        for (int cut = 0; cut < MostCuts; cut++)
        {
            double[] weights = x[..n];
            double risk = RiskOf(returns, measure, tail, weights, shares);
            if (cut > 0 && risk - x[n] <= Enough * (1 + Math.Abs(risk)))
            {
                start = weights;
                return true;
            }

            rows.DropLoose(fixedRows, x, 1e-3 * (1 + Math.Abs(risk)));
            x[n] = AddCut(returns, measure, tail, weights, shares, rows);
            // Where it ran out of steps the next cut goes on from there.
            _ = NewtonSteps.Descend(budget, rows, x);
        }

        return false;
    }

    // Adds the linear function that rules at a point: its value there is the risk, elsewhere at most that.
    private static double AddCut(ReturnMatrix returns, RiskMeasure measure, double tail, double[] weights, double[] shares, LinearConstraints rows)
    {
        double risk = RiskOf(returns, measure, tail, weights, shares);
        double[] plane = new double[weights.Length + 1];
        returns.Gradient(shares, plane.AsSpan(0, weights.Length));
        plane[^1] = -1;
        rows.AtMost(plane, 0);
        return risk;
    }

    // Where risks hedge each other away the multiples would grow for ever: a wide box stops them.
    private static LinearConstraints Boxed(in WeightBounds bounds, int variables, double[] start)
    {
        LinearConstraints rows = LinearConstraints.Multiples(bounds, variables);
        for (int i = 0; i < bounds.Assets; i++)
        {
            double[] row = new double[variables];
            row[i] = 1 / (Widest * start[i]);
            rows.AtMost(row, 1);
        }

        return rows;
    }

    private static double RiskOf(ReturnMatrix returns, RiskMeasure measure, double tail, ReadOnlySpan<double> weights, double[] shares)
    {
        double[] series = new double[returns.Periods];
        returns.Of(weights, series);
        return RiskValues.Evaluate(measure, series, tail, shares);
    }

    private static double[] Ones(int n)
    {
        double[] ones = new double[n];
        Array.Fill(ones, 1);
        return ones;
    }
}
