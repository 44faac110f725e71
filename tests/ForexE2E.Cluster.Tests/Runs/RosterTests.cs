using ForexE2E.Cluster.Runs;
using ForexE2E.Cluster.Tests.Embedded;
using ForexE2E.Cluster.Trials;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using Microsoft.Extensions.Time.Testing;

namespace ForexE2E.Cluster.Tests.Runs;

public sealed class RosterTests
{
    private static readonly RunId Id = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly WorkId Work = WorkId.Of(new TrialNumber(3));

    private readonly FakeTimeProvider _time = new();
    private readonly Roster _roster;

    public RosterTests() => _roster = new Roster(
        new RunSettings(2, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(20), 3, TimeSpan.FromSeconds(6), TimeSpan.FromMinutes(2)), _time);

    [Fact]
    public void A_worker_that_is_still_at_it_is_adopted_and_nobody_else_gets_the_work()
    {
        _roster.Await(Assignment(AttemptNumber.Of(2, 2)));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Empty(_roster.Overdue());
        Assert.True(_roster.Hear(Alive(AttemptNumber.Of(1, 1), worker: 7)));

        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty(_roster.Overdue());
        Assert.Equal(7, _roster.Find(Work)!.Worker);
    }

    [Fact]
    public void Work_that_nobody_is_at_any_more_is_offered_when_the_waiting_is_over()
    {
        _roster.Await(Assignment(AttemptNumber.Of(2, 2)));
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(AttemptNumber.Of(2, 2), Assert.Single(_roster.Overdue()).Attempt);
        Assert.False(_roster.Hear(Alive(AttemptNumber.Of(1, 1), worker: 7)));
    }

    [Fact]
    public void A_worker_presumed_dead_that_returns_is_not_heard()
    {
        _roster.Add(Assignment(AttemptNumber.Of(1, 1)));
        Assert.True(_roster.Hear(Alive(AttemptNumber.Of(1, 1), worker: 7)));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(AttemptNumber.Of(1, 2), Assert.Single(_roster.Overdue()).Attempt);
        Assert.True(_roster.Hear(Alive(AttemptNumber.Of(1, 2), worker: 8)));

        Assert.False(_roster.Hear(Alive(AttemptNumber.Of(1, 1), worker: 7)));
        Assert.Equal(8, _roster.Find(Work)!.Worker);
    }

    [Fact]
    public void A_trial_that_kills_its_workers_again_and_again_is_given_up()
    {
        _roster.Add(Assignment(AttemptNumber.Of(1, 1)));
        for (int loss = 1; loss <= 3; loss++)
        {
            Assert.Empty(_roster.LostTooOften());
            _roster.Hear(Alive(AttemptNumber.Of(1, loss), worker: loss));
            _time.Advance(TimeSpan.FromSeconds(10));
            if (loss < 3)
            {
                Assert.Single(_roster.Overdue());
            }
        }

        Assert.Single(_roster.LostTooOften());
    }

    private static TrialProtocol.TrialAlive Alive(long attempt, int worker) => new(Id, Work, attempt, worker);

    private static Assignment Assignment(long attempt) => new(Id, Work, attempt, Bench.Definition(5, 1), "hash", ParameterCatalog.Space([]).Defaults, []);
}
