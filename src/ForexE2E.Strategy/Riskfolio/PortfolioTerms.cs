namespace ForexE2E.Strategy.Riskfolio;

/// <summary>What is asked of a portfolio: long only, weights that sum to one, or to all maxima together where they cannot reach one.</summary>
public sealed record PortfolioTerms
{
    /// <summary>What counts as risk.</summary>
    public RiskMeasure Measure { get; init; } = RiskMeasure.MV;

    /// <summary>What is sought; not looked at under <see cref="RiskParity"/>.</summary>
    public PortfolioObjective Objective { get; init; } = PortfolioObjective.Sharpe;

    /// <summary>Equal risk contributions instead of the objective.</summary>
    public bool RiskParity { get; init; }

    /// <summary>Confidence of CVaR, CDaR and EVaR: their tail holds the rest, 0.05 of the periods at 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Risk-free return of a period, taken off in the ratio only.</summary>
    public double RiskFree { get; init; }

    /// <summary>Price of risk in the utility, in returns of a period for a unit of risk.</summary>
    public double Aversion { get; init; } = 1;

    /// <summary>Least weight of an asset.</summary>
    public double MinWeight { get; init; }

    /// <summary>Greatest weight of an asset.</summary>
    public double MaxWeight { get; init; } = 1;

    internal double Tail => 1 - Confidence;

    /// <summary>Refuses terms that nothing can keep.</summary>
    /// <exception cref="ArgumentException">A value lies outside its bounds, or the weights cannot sum to one; the message names the bound and the remedy.</exception>
    public PortfolioTerms ValidatedFor(int assets)
    {
        Check(Confidence is >= 0.5 and < 1, "The confidence (alpha) must be at least 0.5 and below 1", Confidence);
        Check(double.IsFinite(RiskFree) && Math.Abs(RiskFree) < 1, "The risk-free return of a period must be a fraction between -1 and 1", RiskFree);
        Check(double.IsFinite(Aversion) && Aversion >= 0, "The risk aversion must be 0 or more", Aversion);
        Check(MinWeight is >= 0 and <= 1, "The least weight must be from 0 to 1", MinWeight);
        Check(MaxWeight is > 0 and <= 1, "The greatest weight must be above 0 and at most 1", MaxWeight);
        if (MinWeight > MaxWeight)
        {
            throw new ArgumentException(FormattableString.Invariant($"The least weight {MinWeight} is above the greatest {MaxWeight}: lower the one or raise the other."));
        }

        return assets * MinWeight <= 1 + WeightBounds.Dust
            ? this
            : throw new ArgumentException(FormattableString.Invariant(
                $"{assets} assets of at least {MinWeight} each need {assets * MinWeight}, more than the whole: lower the least weight to {1.0 / assets:0.####} or below."));
    }

    private static void Check(bool holds, string rule, double value)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{rule}, was {value}."));
        }
    }
}
