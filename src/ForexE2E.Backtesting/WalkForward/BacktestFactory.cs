using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>Makes backtests that share their fits. One a node; thread-safe.</summary>
public sealed class BacktestFactory(FitCache fits) : IBacktestFactory
{
    public BacktestFactory()
        : this(new FitCache())
    {
    }

    /// <inheritdoc cref="IBacktestFactory.Create"/>
    public Backtest Create(RunDefinition definition, MarketData data) => new(definition, data, fits);

    IBacktest IBacktestFactory.Create(RunDefinition definition, MarketData data) => Create(definition, data);
}
