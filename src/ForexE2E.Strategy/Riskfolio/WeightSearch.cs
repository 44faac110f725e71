using ForexE2E.Strategy.Riskfolio.Measures;
using ForexE2E.Strategy.Riskfolio.Solvers;

namespace ForexE2E.Strategy.Riskfolio;

/// <summary>
/// The search for weights on one matrix of returns. Variance and EVaR go to Newton steps of interior-point quadratic programs, the other
/// measures to linear programs. Returns are scaled to a size of one first. All terms must be validated.
/// </summary>
internal sealed class WeightSearch
{
    private readonly PortfolioTerms _terms;
    private readonly WeightBounds _bounds;
    private readonly ReturnMatrix _returns;
    private readonly double _unit;
    private readonly RiskMeasure _measure;

    public WeightSearch(ReturnMatrix returns, PortfolioTerms terms)
    {
        _terms = terms;
        _bounds = new WeightBounds(returns.Assets, terms.MinWeight, terms.MaxWeight);
        _unit = returns.Size;
        _returns = returns.DividedBy(_unit);
        // With no more than one period in the tail EVaR is the worst realisation exactly.
        _measure = terms.Measure == RiskMeasure.EVaR && terms.Tail * returns.Periods <= 1 ? RiskMeasure.WR : terms.Measure;
    }

    /// <summary>The weights that the terms ask for.</summary>
    public Allocation Find()
    {
        if (_bounds.ArePinned)
        {
            return Done(_bounds.Equal());
        }

        if (_terms.RiskParity)
        {
            return EqualContributions.Solve(_returns, _measure, _terms.Tail, _bounds) is { } found
                ? Done(Normalised(found))
                : LeastRisk("Some asset or mix of assets has no risk, so contributions cannot be equal: the least-risk portfolio is taken.");
        }

        return _terms.Objective switch
        {
            PortfolioObjective.MaxRet => Done(_bounds.Greedy(_returns.Means)),
            PortfolioObjective.MinRisk => LeastRisk(null),
            PortfolioObjective.Utility => Done(Utility()),
            PortfolioObjective.Sharpe => Ratio(),
            _ => throw new InvalidOperationException($"Unknown objective {_terms.Objective}."),
        };
    }

    /// <summary>The least risk whose mean return of a period is at least the one given; null when no portfolio earns that.</summary>
    public double[]? LeastRiskEarning(double least)
    {
        double floor = least / _unit;
        if (_bounds.ArePinned)
        {
            return null;
        }

        if (IsLinear)
        {
            return TailPrograms.Solve(_returns, _measure, _terms.Tail, _bounds, new TailTask(1, 0, Floor: floor, Returns: _returns.Means)) is { } found
                ? Done(found).Weights
                : null;
        }

        double[] weights = _bounds.Greedy(_returns.Means);
        LinearConstraints rows = LinearConstraints.Weights(_bounds);
        rows.AtMost([.. _returns.Means.Select(m => -m)], -floor);
        return Vectors.Dot(weights, _returns.Means) >= floor && Smooth(rows, weights, 1, null) ? Done(weights).Weights : null;
    }

    private bool IsLinear => _measure is RiskMeasure.CVaR or RiskMeasure.CDaR or RiskMeasure.WR;

    private Allocation LeastRisk(string? remark)
    {
        double[] weights = _bounds.Equal();
        if (IsLinear)
        {
            weights = TailPrograms.Solve(_returns, _measure, _terms.Tail, _bounds, new TailTask(1, 0)) ?? weights;
        }
        else
        {
            _ = Smooth(LinearConstraints.Weights(_bounds), weights, 1, null);
        }

        return Done(weights) with { Remark = remark };
    }

    private double[] Utility()
    {
        // A variance scales with the square of the unit, the others with the unit.
        double factor = _terms.Aversion * (_measure == RiskMeasure.MV ? _unit : 1);
        if (factor == 0)
        {
            return _bounds.Greedy(_returns.Means);
        }

        double[] weights = _bounds.Equal();
        if (IsLinear)
        {
            return TailPrograms.Solve(_returns, _measure, _terms.Tail, _bounds, new TailTask(factor, 1)) ?? weights;
        }

        // Divided so that the greater of the two parts is near one, as solvers like it.
        double size = Math.Max(factor, Vectors.Largest(_returns.Means));
        _ = Smooth(LinearConstraints.Weights(_bounds), weights, factor / size, [.. _returns.Means.Select(m => -m / size)]);
        return weights;
    }

    private Allocation Ratio()
    {
        double[] excess = [.. _returns.Means.Select(m => m - (_terms.RiskFree / _unit))];
        double[] richest = _bounds.Greedy(excess);
        double most = Vectors.Dot(richest, excess);
        if (most <= WeightBounds.Dust)
        {
            return LeastRisk("No portfolio earns more than the risk-free rate, so no ratio is above zero: the least-risk portfolio is taken.");
        }

        for (int i = 0; i < excess.Length; i++)
        {
            excess[i] /= most;
        }

        double[]? found = IsLinear
            ? TailPrograms.Solve(_returns, _measure, _terms.Tail, _bounds, new TailTask(1, 0, Excess: excess))
            : SmoothRatio(excess, richest);
        return found is not null && RiskOf(found) > WeightBounds.Dust
            ? Done(Normalised(found))
            : LeastRisk("A portfolio without risk earns more than the risk-free rate, so the ratio has no greatest value: the least-risk portfolio is taken.");
    }

    // Multiples of weights with an excess return of one: the least risk of them has the greatest ratio (Charnes and Cooper 1962; Schaible 1974).
    private double[]? SmoothRatio(double[] excess, double[] richest)
    {
        LinearConstraints rows = LinearConstraints.Multiples(_bounds, excess.Length);
        rows.Equal(excess, 1);
        return Smooth(rows, richest, 1, null) ? richest : null;
    }

    private double RiskOf(double[] weights)
    {
        double[] series = new double[_returns.Periods];
        _returns.Of(weights, series);
        return RiskValues.Evaluate(_measure, series, _terms.Tail, new double[series.Length]);
    }

    // Moves a feasible point to the best; false when the risk falls without end.
    private bool Smooth(LinearConstraints rows, double[] x, double factor, double[]? linear)
    {
        if (_measure == RiskMeasure.MV)
        {
            return NewtonSteps.Descend(new QuadraticRisk(_returns.Covariance(), factor, linear), rows, x);
        }

        return EntropicCooling.Descend(floor => new EntropicRisk(_returns, _terms.Tail, floor, factor, linear), risk => risk, rows, Vectors.Sum(x), x);
    }

    private double[] Normalised(double[] multiples)
    {
        double factor = _bounds.Sum / Vectors.Sum(multiples);
        return [.. multiples.Select(m => m * factor)];
    }

    private Allocation Done(double[] weights)
    {
        ShareAmongTwins(weights);
        WeightGrid.Round(weights, _bounds);
        return new Allocation(weights, null);
    }

    // Equal columns cannot be told apart: their weights are shared equally, which changes no portfolio return.
    private void ShareAmongTwins(double[] weights)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            int[] twins = [.. Enumerable.Range(0, weights.Length).Where(j => j == i || _returns.AreTwins(i, j))];
            if (twins.Length > 1 && twins[0] == i)
            {
                double mean = twins.Sum(j => weights[j]) / twins.Length;
                Array.ForEach(twins, j => weights[j] = mean);
            }
        }
    }
}
