using Akka.Actor;
using Akka.Cluster;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Cluster.Health;

/// <summary>Answers the three questions an orchestrator asks of a node. Every answer is looked up, none is remembered.</summary>
public sealed class NodeHealth
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ActorSystem _system;
    private readonly Func<bool> _isUp;
    private readonly IRunStore? _store;

    internal NodeHealth(ActorSystem system, Func<bool> isUp, IRunStore? store) => (_system, _isUp, _store) = (system, isUp, store);

    /// <summary>Whether the node has become a member since its start.</summary>
    public HealthReport Started() => HealthReport.Of(("member", _isUp() ? null : "not yet a member of the cluster"));

    /// <summary>Whether the process works at all: its actors answer, and it has not been given up by the cluster. If not, restart it.</summary>
    public async Task<HealthReport> Live(CancellationToken cancellation) =>
        HealthReport.Of(("actors", await ActorsAnswer(cancellation)), ("cluster", IsGivenUp() ? "given up by the cluster" : null));

    /// <summary>Whether it can do its work: a member, and on a coordinator the database answers.</summary>
    public async Task<HealthReport> Ready(CancellationToken cancellation)
    {
        string? membership = Membership();
        return _store is null
            ? HealthReport.Of(("member", membership))
            : HealthReport.Of(("database", await DatabaseAnswers(_store, cancellation)), ("member", membership));
    }

    private string? Membership()
    {
        if (_system.WhenTerminated.IsCompleted)
        {
            return "the node has ended";
        }

        MemberStatus status = Akka.Cluster.Cluster.Get(_system).SelfMember.Status;
        return status == MemberStatus.Up ? null : $"{status}";
    }

    private bool IsGivenUp() =>
        _system.WhenTerminated.IsCompleted || (_isUp() && Akka.Cluster.Cluster.Get(_system).SelfMember.Status is MemberStatus.Down or MemberStatus.Removed);

    private async Task<string?> ActorsAnswer(CancellationToken cancellation)
    {
        try
        {
            await _system.ActorSelection("/user").Ask<ActorIdentity>(new Identify(null), Patience, cancellation);
            return null;
        }
        catch (Exception e) when (e is AskTimeoutException or TaskCanceledException)
        {
            return FormattableString.Invariant($"no answer within {Patience.TotalSeconds:0} s");
        }
    }

    private static async Task<string?> DatabaseAnswers(IRunStore store, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await store.ListRuns(1, patience.Token).WaitAsync(patience.Token);
            return null;
        }
        catch (RunStoreException e)
        {
            return e.Message;
        }
        catch (OperationCanceledException)
        {
            return FormattableString.Invariant($"no answer within {Patience.TotalSeconds:0} s");
        }
    }
}
