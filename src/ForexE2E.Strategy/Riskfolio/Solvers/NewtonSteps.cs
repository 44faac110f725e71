namespace ForexE2E.Strategy.Riskfolio.Solvers;

/// <summary>
/// Least value of a smooth convex function under linear constraints: Newton's method, each step a quadratic program over the whole
/// feasible set, shortened until the value falls enough (Armijo 1966). Every step leads down and the set is convex, so it converges
/// from any feasible point; near the end the steps square the error.
/// </summary>
internal static class NewtonSteps
{
    private const int MostSteps = 100;
    private const double Enough = 1e-11;
    private const double Noise = 1e-14;
    private const double Damping = 1e-10;

    /// <summary>Moves a feasible point to the best one.</summary>
    /// <returns>Whether it got there: false when the function falls without end or the steps ran out.</returns>
    public static bool Descend(ISmoothRisk risk, LinearConstraints rows, double[] x)
    {
        int n = x.Length;
        InteriorPoint program = new(rows);
        double[] gradient = new double[n], hessian = new double[n * n], next = new double[n];
        for (int step = 0; step < MostSteps; step++)
        {
            double value = risk.Expand(x, gradient, hessian);
            Damp(hessian, n);
            ReadOnlySpan<double> direction = program.Solve(x, hessian, gradient);
            double slope = Vectors.Dot(gradient, direction);
            if (!double.IsFinite(slope))
            {
                return false;
            }

            // The last step, so small that the next would be smaller than rounding, need not be seen to lead down.
            bool isLast = slope > -Enough * (1 + Math.Abs(value));
            double length = Shortened(risk, x, direction, value + (isLast ? Noise * (1 + Math.Abs(value)) : 0), slope, next);
            if (length > 0)
            {
                next.CopyTo(x, 0);
            }

            if (isLast || length == 0 || (risk.IsQuadratic && length == 1))
            {
                return true;
            }
        }

        return false;
    }

    // The length at which the value falls enough; 0 when rounding hides any fall.
    private static double Shortened(ISmoothRisk risk, double[] x, ReadOnlySpan<double> direction, double value, double slope, double[] next)
    {
        for (double length = Math.Min(1, risk.Reach(x, direction)); length > 1e-10; length /= 2)
        {
            for (int i = 0; i < x.Length; i++)
            {
                next[i] = x[i] + (length * direction[i]);
            }

            if (risk.Value(next) <= value + (1e-4 * length * slope))
            {
                return length;
            }
        }

        return 0;
    }

    // Keeps the step defined along directions in which the function is flat.
    private static void Damp(double[] hessian, int n)
    {
        double trace = 0;
        for (int i = 0; i < n; i++)
        {
            trace += hessian[(i * n) + i];
        }

        double damping = Damping * (trace > 0 ? trace / n : 1);
        for (int i = 0; i < n; i++)
        {
            hessian[(i * n) + i] += damping;
        }
    }
}
