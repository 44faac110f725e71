using System.Diagnostics;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Strategy;

namespace ForexE2E.Benchmarks.Portfolios;

/// <summary>
/// What portfolio weights add to a trial: processor time to plan the weights of 100 weekly windows (30 days train, 7 test) on two
/// generated years of 5-minute EURUSD with four other pairs, for each risk measure and goal.
/// </summary>
internal static class PortfolioCommand
{
    private const int Windows = 100;
    private static readonly DateTime From = new(2018, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Market Traded = new(Symbol.Parse("EURUSD"), new Timeframe(5));

    public static int Run()
    {
        DateTime end = From.AddDays(7 * (Windows + 5));
        SyntheticMarketData made = SyntheticMarket.Generate(Traded, From.AddDays(-200), end, 1);
        RunDefinition run = new() { Market = Traded, From = From, To = end, Data = new DataSources(), Components = [Component.Riskfolio] };
        TradingStrategy strategy = new(new MarketData(made.Bars, made.Pairs, null, null, ""), run);
        FittedWindow[] fits = [.. Enumerable.Range(0, Windows).Select(w => Window(made.Bars, From.AddDays(7 * w)))];
        ParameterSet defaults = ParameterCatalog.Space([]).Defaults;
        ParameterDefinition measure = ParameterCatalog.All[ParameterCatalog.All.IndexOf("riskfolio_risk_measure")];
        _ = Milliseconds(strategy, fits, defaults.With("riskfolio_max_weight", 0.4));
        Console.WriteLine($"defaults: {Milliseconds(strategy, fits, defaults):0} ms, remembered: {Milliseconds(strategy, fits, defaults):0} ms");
        for (int m = 0; m < measure.Choices.Length; m++)
        {
            // Weights that no earlier line computed.
            ParameterSet set = defaults.With(measure.Name, m).With("riskfolio_max_weight", 0.35);
            _ = Milliseconds(strategy, fits, set.With("riskfolio_max_weight", 0.36));
            Console.WriteLine($"{measure.Choices[m]}: Sharpe {Milliseconds(strategy, fits, set):0} ms, MinRisk {Milliseconds(strategy, fits, set.With("riskfolio_objective", 1)):0} ms, "
                + $"parity {Milliseconds(strategy, fits, set.With("riskfolio_use_risk_parity", 1)):0} ms");
        }

        return 0;
    }

    private static FittedWindow Window(BarSeries bars, DateTime from)
    {
        int first = bars.IndexAtOrAfter(from), test = bars.IndexAtOrAfter(from.AddDays(30)), end = bars.IndexAtOrAfter(from.AddDays(37));
        return new FittedWindow(first, test, test, end, new float[end - first], new Regime[end - first]);
    }

    private static double Milliseconds(TradingStrategy strategy, FittedWindow[] fits, ParameterSet parameters)
    {
        using Process self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime;
        foreach (FittedWindow fit in fits)
        {
            _ = strategy.TestRule(fit, parameters, TrainStatistics.None);
        }

        self.Refresh();
        return (self.TotalProcessorTime - before).TotalMilliseconds;
    }
}
