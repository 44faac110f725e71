using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Cluster.Messages;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Trials;

/// <summary>How a node's actors get at the loaded backtest of a run. None of it travels.</summary>
public static class BacktestProtocol
{
    /// <summary>Asks for the backtest of a run.</summary>
    public sealed record LoadBacktest(RunId RunId, RunDefinition Definition) : ILocalMessage;

    /// <summary>The backtest, with the hash of its data.</summary>
    public sealed record BacktestLoaded(RunId RunId, IBacktest Backtest, string DataHash) : ILocalMessage;

    /// <summary>It cannot be had: data missing or refused, or a definition that makes no sense with them.</summary>
    public sealed record BacktestNotLoaded(RunId RunId, string Reason) : ILocalMessage;
}
