using System.Collections.Immutable;
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

/// <summary>forexe2e portfolio frontier: the least risk for every return that can be had.</summary>
internal sealed class PortfolioFrontierCommand : Verb
{
    private readonly PortfolioOptions _portfolio = new();
    private readonly FrontierOptions _frontier = new();

    public PortfolioFrontierCommand()
        : base("frontier", "Finds the efficient frontier of a table of returns: the least risk for returns in equal steps up to the greatest.")
    {
        With(_portfolio, _frontier);
        Examples.Add(("Ten portfolios by entropic value at risk", "forexe2e portfolio frontier --returns returns.csv --risk-measure EVaR --points 10"));
    }

    public override Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        PortfolioTerms terms = _portfolio.Terms(parsed);
        (string[] symbols, double[] returns) = ReturnsFile.Read(_portfolio.Returns(parsed));
        ReturnTable table = new([.. symbols], returns);
        ImmutableArray<Portfolio> points = Failure.Refused(ExitCode.WrongUsage, () => PortfolioOptimizer.Frontier(table, terms, _frontier.Points(parsed)));
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, FrontierDocument.Of(table, terms, points), Documents.Default.FrontierDocument);
        }
        else
        {
            PortfolioReport.Show(terminal.Results, table, terms, points);
        }

        return Task.FromResult(ExitCode.Success);
    }
}
