using BenchmarkDotNet.Attributes;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Testing.Markets;

namespace ForexE2E.Benchmarks.Backtests;

/// <summary>
/// One trial of the first strategy over two years of five-minute bars, all windows, fits cached, one thread. A regression here
/// is what a user waits for: fifty trials on two cores take twenty-five times this.
/// </summary>
[MemoryDiagnoser]
[MinColumn]
public class StrategyTrialBenchmark
{
    private readonly ParameterSet _parameters = ParameterSet.FromTexts(ParameterCatalog.All, []);
    private Backtest? _backtest;

    [GlobalSetup]
    public void FitOnce()
    {
        BarSeries bars = OracleBars.Create().Series;
        RunDefinition definition = new()
        {
            Market = new Market(bars.Symbol, bars.Timeframe),
            From = new DateTime(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc),
            To = new DateTime(2024, 1, 3, 0, 0, 0, DateTimeKind.Utc),
            Data = new DataSources(),
        };
        _backtest = new BacktestFactory().Create(definition, new MarketData(bars, [], null, null, "reference"));
        Trial();
    }

    /// <summary>Target: 1 s of CPU.</summary>
    [Benchmark]
    public PerformanceMetrics Trial()
    {
        List<WindowResult> windows = [];
        foreach (WalkForwardWindow window in _backtest!.InSample)
        {
            windows.Add(_backtest.RunWindow(window, _parameters, CancellationToken.None));
        }

        return _backtest.Join(windows);
    }
}
