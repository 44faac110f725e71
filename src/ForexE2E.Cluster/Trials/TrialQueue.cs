using Akka.Actor;
using ForexE2E.Cluster.Messages;
using ForexE2E.Cluster.Telemetry;

namespace ForexE2E.Cluster.Trials;

/// <summary>
/// The cluster's one queue: joins waiting work and idle workers, runs in turn. It holds nothing precious: coordinators offer
/// again what nobody has begun, idle workers pull again, so a queue that dies begins empty and is full again within seconds.
/// </summary>
public sealed class TrialQueue : ReceiveActor, IWithTimers
{
    private readonly TrialLine _line = new();
    private readonly LinkedList<int> _idle = new();
    private readonly IActorRef _workers;
    private readonly WorkerSettings _settings;

    /// <param name="workers">Region of the numbered workers.</param>
    public TrialQueue(IActorRef workers, WorkerSettings settings)
    {
        (_workers, _settings) = (workers, settings);
        Receive<TrialProtocol.OfferTrial>(m =>
        {
            _line.Add(m.Assignment);
            Match();
        });
        Receive<TrialProtocol.PullTrial>(m =>
        {
            if (!_idle.Contains(m.Worker))
            {
                _idle.AddLast(m.Worker);
            }

            Match();
        });
        Receive<TrialProtocol.ReturnTrial>(m =>
        {
            _line.AddFirst(m.Assignment);
            Match();
        });
        Receive<TrialProtocol.WithdrawRun>(m => _line.Remove(m.RunId));
        Receive<QueueProtocol.GetQueue>(_ => Sender.Tell(new QueueProtocol.QueueStatus(_line.Count, _line.Runs, _idle.Count)));
        Receive<Wake>(_ => WakeAll());
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        NodeTelemetry.Of(Context.System).Load.Queue = () => new QueueLoad(_line.Count, _line.Runs, _idle.Count);
        WakeAll();
        Timers.StartPeriodicTimer(nameof(Wake), Wake.Instance, _settings.WakeInterval);
    }

    protected override void PostStop() => NodeTelemetry.Of(Context.System).Load.Queue = null;

    private void Match()
    {
        while (_line.Count > 0 && _idle.First is { } idle)
        {
            _idle.RemoveFirst();
            _workers.Tell(new TrialProtocol.ExecuteTrial(idle.Value, _line.Take()!));
        }
    }

    private void WakeAll()
    {
        for (int worker = 0; worker < _settings.Count; worker++)
        {
            _workers.Tell(new TrialProtocol.WakeWorker(worker));
        }
    }

    private sealed record Wake : ILocalMessage
    {
        public static Wake Instance { get; } = new();
    }
}
