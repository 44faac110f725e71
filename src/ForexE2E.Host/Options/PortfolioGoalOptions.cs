using System.CommandLine;
using ForexE2E.Strategy.Riskfolio;

namespace ForexE2E.Host.Options;

/// <summary>What a portfolio is to be best at.</summary>
internal sealed class PortfolioGoalOptions : OptionGroup
{
    private static readonly (string Word, PortfolioObjective Value)[] Objectives =
        [.. Enum.GetValues<PortfolioObjective>().Select(o => (o.ToString(), o)), ("MaxRatio", PortfolioObjective.Sharpe), ("MaxReturn", PortfolioObjective.MaxRet)];

    private readonly Option<PortfolioObjective> _objective;
    private readonly Option<double> _aversion;
    private readonly Option<bool> _parity;

    public PortfolioGoalOptions()
        : base("Goal")
    {
        _objective = Add("--objective", "NAME", "Sharpe (or MaxRatio), MinRisk, Utility, MaxRet [default: Sharpe]", t => OptionValue.OneOf(t, Objectives), PortfolioObjective.Sharpe);
        _aversion = Add("--aversion", "A", "Price of risk under Utility [default: 1]", OptionValue.Number, 1.0);
        _parity = AddSwitch("--risk-parity", "Equal risk contributions instead of the objective");
    }

    public PortfolioTerms Apply(ParseResult parsed, PortfolioTerms terms) => terms with
    {
        Objective = parsed.GetValue(_objective),
        Aversion = parsed.GetValue(_aversion),
        RiskParity = parsed.GetValue(_parity),
    };
}
