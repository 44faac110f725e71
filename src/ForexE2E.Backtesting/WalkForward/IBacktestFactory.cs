using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>Makes the backtest of a run from its definition and loaded data.</summary>
public interface IBacktestFactory
{
    /// <exception cref="ArgumentException">The span is too short for one window, a fixed parameter is unknown, or a cost model lacks its data; the message names the remedy.</exception>
    /// <exception cref="Domain.Models.ModelException">A model that a component needs is missing, cannot compute, or was trained on data of a test span.</exception>
    IBacktest Create(RunDefinition definition, MarketData data);
}
