using Akka.Actor;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Cluster.Messages;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Trials;

/// <summary>Keeps the loaded backtests of the runs a node worked for last, so that data are read once a node and run.</summary>
#pragma warning disable CA1001 // Actors are not disposed: PostStop disposes the token source.
public sealed class LoadedBacktests : ReceiveActor
#pragma warning restore CA1001
{
    private readonly IMarketData _data;
    private readonly IBacktestFactory _factory;
    private readonly int _limit;
    private readonly CancellationTokenSource _stopping = new();
    private readonly LinkedList<BacktestProtocol.BacktestLoaded> _loaded = new();
    private readonly Dictionary<RunId, List<IActorRef>> _askers = [];

    /// <param name="limit">Runs kept; the one unused for longest goes first.</param>
    public LoadedBacktests(IMarketData data, IBacktestFactory factory, int limit)
    {
        (_data, _factory, _limit) = (data, factory, limit);
        Receive<BacktestProtocol.LoadBacktest>(Load);
        Receive<DataRead>(Make);
        Receive<BacktestProtocol.BacktestNotLoaded>(m => Answer(m.RunId, m));
    }

    protected override void PostStop()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private void Load(BacktestProtocol.LoadBacktest wanted)
    {
        if (_loaded.FirstOrDefault(l => l.RunId == wanted.RunId) is { } known)
        {
            Keep(known);
            Sender.Tell(known);
            return;
        }

        if (_askers.TryGetValue(wanted.RunId, out List<IActorRef>? askers))
        {
            askers.Add(Sender);
            return;
        }

        _askers[wanted.RunId] = [Sender];
        _ = Read(wanted.Definition).PipeTo(
            Self,
            success: data => new DataRead(wanted, data),
            failure: e => new BacktestProtocol.BacktestNotLoaded(wanted.RunId, e.GetBaseException().Message));
    }

    private async Task<MarketData> Read(RunDefinition definition) =>
        await _data.Load(definition.Market, definition.Data, definition.From, definition.To, _stopping.Token);

    private void Make(DataRead read)
    {
        RunId id = read.Wanted.RunId;
        try
        {
            IBacktest backtest = _factory.Create(read.Wanted.Definition, read.Data);
            var loaded = new BacktestProtocol.BacktestLoaded(id, backtest, read.Data.Hash);
            Keep(loaded);
            Answer(id, loaded);
        }
#pragma warning disable CA1031 // Whatever a factory throws is the reason why this run cannot be computed, and is said to those who asked.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Answer(id, new BacktestProtocol.BacktestNotLoaded(id, e.Message));
        }
    }

    private void Keep(BacktestProtocol.BacktestLoaded loaded)
    {
        _loaded.Remove(loaded);
        _loaded.AddFirst(loaded);
        if (_loaded.Count > _limit)
        {
            _loaded.RemoveLast();
        }
    }

    private void Answer(RunId id, object answer)
    {
        _askers.Remove(id, out List<IActorRef>? askers);
        askers?.ForEach(a => a.Tell(answer));
    }

    private sealed record DataRead(BacktestProtocol.LoadBacktest Wanted, MarketData Data) : ILocalMessage;
}
