namespace ForexE2E.Strategy.Riskfolio;

/// <summary>What a portfolio is best at, in the order of the parameter's choices.</summary>
public enum PortfolioObjective
{
    /// <summary>Greatest excess return for its risk.</summary>
    Sharpe,

    /// <summary>Least risk.</summary>
    MinRisk,

    /// <summary>Greatest return less aversion times risk.</summary>
    Utility,

    /// <summary>Greatest return.</summary>
    MaxRet,
}
