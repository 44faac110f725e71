using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Strategy.Riskfolio;

namespace ForexE2E.Host.Options;

/// <summary>Which returns, which risk, which bounds.</summary>
internal sealed class PortfolioOptions : OptionGroup
{
    private static readonly (string Word, RiskMeasure Value)[] Measures = [.. Enum.GetValues<RiskMeasure>().Select(m => (m.ToString(), m))];
    private readonly Option<string?> _returns;
    private readonly Option<RiskMeasure> _measure;
    private readonly Option<double> _alpha;
    private readonly Option<double> _riskFree;
    private readonly Option<double> _periods;
    private readonly Option<double> _most;
    private readonly Option<double> _least;

    public PortfolioOptions()
        : base("Portfolio")
    {
        _returns = Add("--returns", "CSV", "Returns as fractions: a header of symbols (a first date column is passed over), one row a period [required]", t => (string?)t, null);
        _measure = Add("--risk-measure", "NAME", $"{string.Join(", ", Measures.Select(m => m.Word))} [default: MV]", t => OptionValue.OneOf(t, Measures), RiskMeasure.MV);
        _alpha = Add("--alpha", "P", "Confidence of CVaR, CDaR and EVaR [default: 0.95]", OptionValue.Number, 0.95);
        _riskFree = Add("--risk-free", "R", "Risk-free rate a year, taken off in ratios [default: 0]", OptionValue.Number, 0.0);
        _periods = Add("--periods-per-year", "N", "Rows a year: the rate of a period is --risk-free over it [default: 252]", OptionValue.Number, 252.0);
        _most = Add("--max-weight", "W", "Greatest weight of an asset [default: 0.5]", OptionValue.Number, 0.5);
        _least = Add("--min-weight", "W", "Least weight of an asset [default: 0]", OptionValue.Number, 0.0);
    }

    /// <exception cref="CommandException">None was named.</exception>
    public string Returns(ParseResult parsed) => parsed.GetValue(_returns)
        ?? throw new CommandException(ExitCode.WrongUsage, "--returns must name a CSV file of returns; docs/portfolio.md shows one.");

    /// <exception cref="CommandException">The rows a year are not above zero.</exception>
    public double PeriodsPerYear(ParseResult parsed) => parsed.GetValue(_periods) is var periods and > 0 and <= 1e6
        ? periods
        : throw new CommandException(ExitCode.WrongUsage, FormattableString.Invariant($"--periods-per-year must be above 0 and at most 1000000, was {parsed.GetValue(_periods)}."));

    /// <summary>Measure, bounds and rates; not yet checked against the number of assets.</summary>
    public PortfolioTerms Terms(ParseResult parsed) => new()
    {
        Measure = parsed.GetValue(_measure),
        Confidence = parsed.GetValue(_alpha),
        RiskFree = parsed.GetValue(_riskFree) / PeriodsPerYear(parsed),
        MaxWeight = parsed.GetValue(_most),
        MinWeight = parsed.GetValue(_least),
    };
}
