using System.Security.Cryptography;
using System.Text;
using ForexE2E.Backtesting.Reference;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Markets;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Strategy.ReferenceRules;

namespace ForexE2E.Host.Commands;

/// <summary>Runs a reference rule over bars and writes its trade list.</summary>
internal static class RuleBacktest
{
    /// <exception cref="CommandException">The bars do not suit the rule, or the trade list cannot be written.</exception>
    public static RuleDocument Run(ReferenceRule rule, CrossoverParameters parameters, BarSeries bars, string barFile, string? tradesFile)
    {
        long[] equity = new long[bars.Count];
        SimulationResult result = Failure.Refused(ExitCode.BadData, () => new ReferenceBacktest(bars).Run(rule, parameters, equity: equity));
        using StringWriter list = new() { NewLine = "\n" };
        TradeListWriter.Write(list, result.Trades);
        byte[] bytes = Encoding.UTF8.GetBytes(list.ToString());
        if (tradesFile is not null)
        {
            OutputFile.Write(tradesFile, bytes);
        }

        return new RuleDocument(
            Words.Of(rule),
            parameters.Fast,
            parameters.Slow,
            parameters.Atr,
            parameters.Multiplier,
            barFile,
            bars.Count,
            ReferenceSummary.Of(result, equity),
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            tradesFile);
    }
}
