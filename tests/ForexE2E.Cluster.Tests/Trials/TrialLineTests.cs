using ForexE2E.Cluster.Tests.Embedded;
using ForexE2E.Cluster.Trials;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Tests.Trials;

public sealed class TrialLineTests
{
    private static readonly RunId First = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly RunId Second = new(new Guid(2, 0, 0, new byte[8]));

    [Fact]
    public void Runs_are_served_in_turn_and_trials_of_a_run_in_order()
    {
        var line = new TrialLine();
        foreach (int number in Enumerable.Range(0, 3))
        {
            line.Add(Work(First, number));
        }

        line.Add(Work(Second, 0));
        line.Add(Work(Second, 1));

        Assert.Equal([(First, 0), (Second, 0), (First, 1), (Second, 1), (First, 2)], TakeAll(line));
    }

    [Fact]
    public void Offering_twice_queues_once_and_a_newer_attempt_takes_the_place()
    {
        var line = new TrialLine();
        line.Add(Work(First, 0));
        line.Add(Work(First, 0, attempt: 2));
        line.Add(Work(First, 0));

        Assert.Equal(1, line.Count);
        Assert.Equal(2, line.Take()!.Attempt);
    }

    [Fact]
    public void What_comes_back_is_served_before_what_waits()
    {
        var line = new TrialLine();
        line.Add(Work(First, 1));
        line.AddFirst(Work(First, 0));

        Assert.Equal([(First, 0), (First, 1)], TakeAll(line));
    }

    [Fact]
    public void A_withdrawn_run_is_forgotten()
    {
        var line = new TrialLine();
        line.Add(Work(First, 0));
        line.Add(Work(Second, 0));
        line.Remove(First);

        Assert.Equal([(Second, 0)], TakeAll(line));
        Assert.Equal(0, line.Count);
    }

    [Fact]
    public void Urgent_runs_are_served_first_and_equal_ones_in_turn()
    {
        var third = new RunId(new Guid(3, 0, 0, new byte[8]));
        var line = new TrialLine();
        line.Add(Work(First, 0));
        line.Add(Work(Second, 0) with { Priority = 5 });
        line.Add(Work(Second, 1) with { Priority = 5 });
        line.Add(Work(third, 0) with { Priority = 5 });
        line.Add(Work(First, 1));

        Assert.Equal([(Second, 0), (third, 0), (Second, 1), (First, 0), (First, 1)], TakeAll(line));
        Assert.Equal((0, 0), (line.Count, line.Runs));
    }

    private static IEnumerable<(RunId, int)> TakeAll(TrialLine line)
    {
        while (line.Take() is { } work)
        {
            yield return (work.RunId, work.Work.Number);
        }
    }

    private static Assignment Work(RunId run, int number, int attempt = 1) => new(
        run, WorkId.Of(new TrialNumber(number)), attempt, Bench.Definition(1, 1), "abc", ParameterCatalog.Space([]).Defaults, []);
}
