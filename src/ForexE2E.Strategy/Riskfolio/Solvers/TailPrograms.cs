using Google.OrTools.LinearSolver;

namespace ForexE2E.Strategy.Riskfolio.Solvers;

/// <summary>
/// Portfolios of the measures that are linear programs: CVaR (Rockafellar and Uryasev 2000), CDaR (Chekhlov, Uryasev and Zabarankin
/// 2005) and the worst realisation (Young 1998), solved by the simplex method of OR-Tools (GLOP), one thread, no time limit.
/// </summary>
internal static class TailPrograms
{
    private const string Precision = "primal_feasibility_tolerance: 1e-10 dual_feasibility_tolerance: 1e-10";

    /// <summary>The best weights; null when the program has no solution or no bound.</summary>
    public static double[]? Solve(ReturnMatrix returns, RiskMeasure measure, double tail, in WeightBounds bounds, in TailTask task)
    {
        using Solver solver = Solver.CreateSolver("GLOP") ?? throw new InvalidOperationException("OR-Tools' GLOP solver could not be created: its native library for this system is missing.");
        Variable[] weights = Weights(solver, bounds, task);
        Objective objective = solver.Objective();
        switch (measure)
        {
            case RiskMeasure.WR:
                AddWorst(solver, returns, weights, objective, task.RiskFactor);
                break;
            case RiskMeasure.CVaR or RiskMeasure.CDaR:
                AddTail(solver, returns, weights, objective, task.RiskFactor / (tail * returns.Periods), task.RiskFactor, measure == RiskMeasure.CDaR);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a linear program.");
        }

        for (int i = 0; i < weights.Length; i++)
        {
            objective.SetCoefficient(weights[i], -task.ReturnFactor * returns.Means[i]);
        }

        objective.SetMinimization();
        solver.SetSolverSpecificParametersAsString(Precision);
        return solver.Solve() == Solver.ResultStatus.OPTIMAL ? [.. weights.Select(w => w.SolutionValue())] : null;
    }

    private static Variable[] Weights(Solver solver, in WeightBounds bounds, in TailTask task)
    {
        bool isScaled = task.Excess is not null;
        Variable[] weights = new Variable[bounds.Assets];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = isScaled ? solver.MakeNumVar(0, double.PositiveInfinity, "") : solver.MakeNumVar(bounds.Least, bounds.Greatest, "");
        }

        Constraint sum = isScaled ? solver.MakeConstraint(0, 0) : solver.MakeConstraint(bounds.Sum, bounds.Sum);
        Set(sum, weights, 1);
        if (isScaled)
        {
            Scale(solver, bounds, task, weights, sum);
        }

        if (task.Floor is { } floor)
        {
            Set(solver.MakeConstraint(floor, double.PositiveInfinity), weights, task.Returns!);
        }

        return weights;
    }

    // Weights times a free scale, of which the excess return is one: the ratio's best becomes the least risk (Charnes and Cooper 1962).
    private static void Scale(Solver solver, in WeightBounds bounds, in TailTask task, Variable[] weights, Constraint sum)
    {
        Variable scale = solver.MakeNumVar(0, double.PositiveInfinity, "");
        sum.SetCoefficient(scale, -bounds.Sum);
        Set(solver.MakeConstraint(1, 1), weights, task.Excess!);
        foreach (Variable weight in weights)
        {
            Constraint most = solver.MakeConstraint(double.NegativeInfinity, 0), least = solver.MakeConstraint(0, double.PositiveInfinity);
            most.SetCoefficient(weight, 1);
            most.SetCoefficient(scale, -bounds.Greatest);
            least.SetCoefficient(weight, 1);
            least.SetCoefficient(scale, -bounds.Least);
        }
    }

    private static void AddWorst(Solver solver, ReturnMatrix returns, Variable[] weights, Objective objective, double factor)
    {
        Variable worst = Free(solver);
        objective.SetCoefficient(worst, factor);
        for (int t = 0; t < returns.Periods; t++)
        {
            Constraint covers = solver.MakeConstraint(0, double.PositiveInfinity);
            covers.SetCoefficient(worst, 1);
            Set(covers, weights, returns.Row(t));
        }
    }

    // Tail mean of losses or drawdowns: threshold plus what exceeds it, over the periods of the tail.
    private static void AddTail(Solver solver, ReturnMatrix returns, Variable[] weights, Objective objective, double each, double factor, bool isDrawdown)
    {
        Variable threshold = Free(solver);
        objective.SetCoefficient(threshold, factor);
        Variable? before = null;
        for (int t = 0; t < returns.Periods; t++)
        {
            Variable beyond = solver.MakeNumVar(0, double.PositiveInfinity, "");
            objective.SetCoefficient(beyond, each);
            Constraint covers = solver.MakeConstraint(0, double.PositiveInfinity);
            covers.SetCoefficient(beyond, 1);
            covers.SetCoefficient(threshold, 1);
            if (!isDrawdown)
            {
                Set(covers, weights, returns.Row(t));
                continue;
            }

            Variable drawdown = solver.MakeNumVar(0, double.PositiveInfinity, "");
            covers.SetCoefficient(drawdown, -1);
            Constraint falls = solver.MakeConstraint(0, double.PositiveInfinity);
            falls.SetCoefficient(drawdown, 1);
            Set(falls, weights, returns.Row(t));
            if (before is not null)
            {
                falls.SetCoefficient(before, -1);
            }

            before = drawdown;
        }
    }

    private static Variable Free(Solver solver) => solver.MakeNumVar(double.NegativeInfinity, double.PositiveInfinity, "");

    private static void Set(Constraint row, Variable[] weights, double value)
    {
        foreach (Variable weight in weights)
        {
            row.SetCoefficient(weight, value);
        }
    }

    private static void Set(Constraint row, Variable[] weights, ReadOnlySpan<double> values)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            row.SetCoefficient(weights[i], values[i]);
        }
    }
}
