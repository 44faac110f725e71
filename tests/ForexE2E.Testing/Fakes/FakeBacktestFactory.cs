using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Testing.Fakes;

/// <summary>Gives every run the same backtest.</summary>
public sealed class FakeBacktestFactory(IBacktest backtest) : IBacktestFactory
{
    public IBacktest Create(RunDefinition definition, MarketData data) => backtest;
}
