namespace ForexE2E.Strategy.Riskfolio;

/// <summary>What counts as the risk of a portfolio, in the order of the parameter's choices. Losses are returns with the sign turned, a period each.</summary>
public enum RiskMeasure
{
    /// <summary>Variance of the returns with n - 1; a ratio is taken to its root, the standard deviation (Markowitz 1952; Sharpe 1966).</summary>
    MV,

    /// <summary>Conditional value at risk: mean of the worst tail of losses (Rockafellar and Uryasev 2000).</summary>
    CVaR,

    /// <summary>Conditional drawdown at risk: mean of the worst tail of drawdowns of uncompounded returns (Chekhlov, Uryasev and Zabarankin 2005).</summary>
    CDaR,

    /// <summary>Entropic value at risk: least of z ln(mean(exp(loss / z)) / tail) over z above 0 (Ahmadi-Javid 2012).</summary>
    EVaR,

    /// <summary>Worst realisation: the greatest loss of a period (Young 1998).</summary>
    WR,
}
