namespace ForexE2E.Strategy.Riskfolio.Solvers;

/// <summary>
/// Minimises EVaR with z above a floor that is lowered until it no longer binds: where the best portfolio has as many equal worst losses as
/// the tail has periods, z tends to 0 and EVaR has a kink that Newton's method must come near in stages.
/// </summary>
internal static class EntropicCooling
{
    private const double First = 0.05;
    private const double Last = 1e-7;
    private const double Cooler = 0.1;

    /// <summary>Moves a feasible point to the best one; false when the function falls without end.</summary>
    /// <param name="risk">The risk at a floor.</param>
    /// <param name="objective">What is minimised, given that risk.</param>
    /// <param name="size">Sum of the weights, by which floors are scaled: z grows with the position.</param>
    public static bool Descend(Func<double, EntropicRisk> risk, Func<EntropicRisk, ISmoothRisk> objective, LinearConstraints rows, double size, double[] x)
    {
        for (double floor = First; floor >= Last; floor *= Cooler)
        {
            EntropicRisk at = risk(floor * size);
            if (!NewtonSteps.Descend(objective(at), rows, x))
            {
                return false;
            }

            _ = at.Value(x);
            if (!at.IsHeld)
            {
                return true;
            }
        }

        return true;
    }
}
