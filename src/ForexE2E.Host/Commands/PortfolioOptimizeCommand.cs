using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.MarketData.Series;
using ForexE2E.Strategy.Riskfolio;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e portfolio optimize: the best weights of a table of returns.</summary>
internal sealed class PortfolioOptimizeCommand : Verb
{
    private readonly PortfolioOptions _portfolio = new();
    private readonly PortfolioGoalOptions _goal = new();

    public PortfolioOptimizeCommand()
        : base("optimize", "Finds the best weights for a table of returns: long only, fully invested as far as the greatest weight allows.")
    {
        With(_portfolio, _goal);
        Examples.Add(("Least mean loss of the worst 5 % of days", "forexe2e portfolio optimize --returns returns.csv --risk-measure CVaR --objective MinRisk --alpha 0.95"));
        Examples.Add(("Equal contributions to the drawdown risk", "forexe2e portfolio optimize --returns returns.csv --risk-measure CDaR --risk-parity --max-weight 1"));
    }

    public override Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        PortfolioTerms terms = _goal.Apply(parsed, _portfolio.Terms(parsed));
        (string[] symbols, double[] returns) = ReturnsFile.Read(_portfolio.Returns(parsed));
        ReturnTable table = new([.. symbols], returns);
        Portfolio best = Failure.Refused(ExitCode.WrongUsage, () => PortfolioOptimizer.Optimize(table, terms));
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, PortfolioDocument.Of(table, terms, best), Documents.Default.PortfolioDocument);
        }
        else
        {
            PortfolioReport.Show(terminal.Results, table, terms, best, _portfolio.PeriodsPerYear(parsed));
        }

        return Task.FromResult(ExitCode.Success);
    }
}
