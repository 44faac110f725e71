using BenchmarkDotNet.Attributes;
using ForexE2E.Backtesting.Reference;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Strategy.ReferenceRules;
using ForexE2E.Testing.Markets;

namespace ForexE2E.Benchmarks.Backtests;

/// <summary>
/// The reference rules on the 150,000 reference bars: parameters to trade list and all metrics, data in memory, one thread.
/// A regression here multiplies into every trial of every run: each millisecond costs a run of 10,000 trials ten seconds a core.
/// </summary>
[MemoryDiagnoser]
[MinColumn]
public class ReferenceRuleBenchmark
{
    private readonly ReferenceBacktest _backtest = new(OracleBars.Create().Series);
    private readonly long[] _equity = new long[OracleBars.DefaultCount];

    /// <summary>Target: 3 ms. A bare compiled loop without metrics takes about 1.2 ms.</summary>
    [Benchmark]
    public ReferenceSummary S1() => Summarise(ReferenceRule.S1, CrossoverParameters.S1);

    [Benchmark]
    public ReferenceSummary S2() => Summarise(ReferenceRule.S2, CrossoverParameters.S2);

    /// <summary>The simulation alone: trades and daily returns, no curve.</summary>
    [Benchmark]
    public SimulationResult S1TradesOnly() => _backtest.Run(ReferenceRule.S1, CrossoverParameters.S1);

    private ReferenceSummary Summarise(ReferenceRule rule, CrossoverParameters parameters)
    {
        SimulationResult result = _backtest.Run(rule, parameters, equity: _equity);
        return ReferenceSummary.Of(result, _equity);
    }
}
