using System.Collections.Immutable;
using ForexE2E.Strategy.Riskfolio.Measures;

namespace ForexE2E.Strategy.Riskfolio;

/// <summary>What a portfolio with constant weights earned and risked over a table of returns; all of a period, as fractions.</summary>
public sealed record PortfolioMetrics
{
    /// <summary>Mean return.</summary>
    public required double ExpectedReturn { get; init; }

    /// <summary>Value of the measure asked for.</summary>
    public required double Risk { get; init; }

    /// <summary>Mean excess return over risk, over the standard deviation under MV; null where the risk is not above zero.</summary>
    public required double? Ratio { get; init; }

    /// <summary>With n - 1.</summary>
    public required double StandardDeviation { get; init; }

    public required double ConditionalValueAtRisk { get; init; }

    public required double ConditionalDrawdownAtRisk { get; init; }

    public required double EntropicValueAtRisk { get; init; }

    public required double WorstRealisation { get; init; }

    /// <summary>Greatest drawdown of uncompounded returns.</summary>
    public required double MaxDrawdown { get; init; }

    /// <summary>One over the sum of squared shares of what is invested: as many equal holdings are as spread out.</summary>
    public required double EffectiveAssets { get; init; }

    /// <summary>Each asset's share of the risk (weight times marginal risk), summing to one; null where the risk is not above zero.</summary>
    public required ImmutableArray<double>? RiskShares { get; init; }

    internal static PortfolioMetrics Of(ReturnMatrix returns, ReadOnlySpan<double> weights, PortfolioTerms terms)
    {
        double[] series = new double[returns.Periods], shares = new double[returns.Periods];
        returns.Of(weights, series);
        double mean = Vectors.Sum(series) / series.Length;
        double deviation = Math.Sqrt(ValueOf(RiskMeasure.MV));
        double risk = ValueOf(terms.Measure);
        double divisor = terms.Measure == RiskMeasure.MV ? deviation : risk;
        // After the measure asked for, so that the shares are still its own.
        ImmutableArray<double>? contributions = SharesOf(returns, weights, shares);
        double[] drawdowns = new double[series.Length];
        RiskValues.Drawdowns(series, drawdowns, new int[series.Length]);
        return new PortfolioMetrics
        {
            ExpectedReturn = mean,
            Risk = risk,
            Ratio = divisor > 0 ? (mean - terms.RiskFree) / divisor : null,
            StandardDeviation = deviation,
            ConditionalValueAtRisk = ValueOf(RiskMeasure.CVaR),
            ConditionalDrawdownAtRisk = ValueOf(RiskMeasure.CDaR),
            EntropicValueAtRisk = ValueOf(RiskMeasure.EVaR),
            WorstRealisation = ValueOf(RiskMeasure.WR),
            MaxDrawdown = drawdowns.Max(),
            EffectiveAssets = Math.Pow(Vectors.Sum(weights), 2) / Vectors.Dot(weights, weights),
            RiskShares = contributions,
        };

        double ValueOf(RiskMeasure measure) => RiskValues.Evaluate(measure, series, terms.Tail, shares);
    }

    private static ImmutableArray<double>? SharesOf(ReturnMatrix returns, ReadOnlySpan<double> weights, double[] shares)
    {
        double[] gradient = new double[weights.Length];
        returns.Gradient(shares, gradient);
        double sum = Vectors.Dot(gradient, weights);
        if (!(sum > 0))
        {
            return null;
        }

        for (int i = 0; i < gradient.Length; i++)
        {
            // No weight, no share: adding zero makes a negative zero plain.
            gradient[i] = (gradient[i] * weights[i] / sum) + 0.0;
        }

        return [.. gradient];
    }
}
