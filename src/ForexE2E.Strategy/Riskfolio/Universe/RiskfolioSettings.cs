using ForexE2E.Domain.Parameters;

namespace ForexE2E.Strategy.Riskfolio.Universe;

/// <summary>The eight portfolio parameters of a set, unpacked; what does not matter in it is left at zero, so that equal settings give equal weights.</summary>
internal readonly record struct RiskfolioSettings
{
    /// <summary>Risk-free rates are a year's; so many periods share one.</summary>
    public const double TradingDaysAYear = 252;

    public RiskfolioSettings(ParameterSet p)
    {
        Measure = (RiskMeasure)p.GetInt("riskfolio_risk_measure");
        IsParity = p.GetBool("riskfolio_use_risk_parity");
        Objective = IsParity ? default : (PortfolioObjective)p.GetInt("riskfolio_objective");
        Aversion = !IsParity && Objective == PortfolioObjective.Utility ? p["riskfolio_risk_aversion"] : 0;
        RiskFreeRate = !IsParity && Objective == PortfolioObjective.Sharpe ? p["riskfolio_risk_free_rate"] : 0;
        MaxWeight = p["riskfolio_max_weight"];
        MinWeight = p["riskfolio_min_weight"];
        RebalanceDays = p.GetInt("riskfolio_rebalance_freq");
    }

    public RiskMeasure Measure { get; }

    public bool IsParity { get; }

    public PortfolioObjective Objective { get; }

    public double Aversion { get; }

    /// <summary>A year's, as a fraction.</summary>
    public double RiskFreeRate { get; }

    public double MaxWeight { get; }

    public double MinWeight { get; }

    /// <summary>Calendar days between re-optimisations; the one setting that an optimisation does not depend on.</summary>
    public int RebalanceDays { get; init; }

    /// <summary>The same as terms of an optimisation on daily returns.</summary>
    public PortfolioTerms ToTerms() => new()
    {
        Measure = Measure,
        Objective = Objective,
        RiskParity = IsParity,
        Aversion = Aversion,
        RiskFree = RiskFreeRate / TradingDaysAYear,
        MaxWeight = MaxWeight,
        MinWeight = MinWeight,
    };
}
