using CsCheck;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Domain.Tests.Runs;

public sealed class RunTests
{
    private static readonly DateTime Start = new(2018, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_new_run_starts_as_many_trials_as_may_be_under_way() =>
        Assert.Equal(new RunStep.StartTrials(3), NewRun(trials: 5, parallel: 3).NextStep());

    [Fact]
    public void A_run_starts_no_more_trials_than_planned() =>
        Assert.Equal(new RunStep.StartTrials(1), WithTrials(NewRun(trials: 3, parallel: 4), 2, TrialState.Completed).NextStep());

    [Fact]
    public void A_run_waits_while_all_its_trials_are_under_way() =>
        Assert.Equal(new RunStep.Wait(), WithTrials(NewRun(trials: 3, parallel: 2), 2, TrialState.Running).NextStep());

    [Fact]
    public void A_run_finishes_when_every_planned_trial_has_ended_however_it_ended() =>
        Assert.Equal(new RunStep.Finish(), WithTrials(NewRun(trials: 2, parallel: 2), 2, TrialState.Failed).NextStep());

    [Fact]
    public void A_run_that_is_to_stop_starts_nothing_and_finishes_after_the_last_trial_under_way()
    {
        Run stopping = WithTrials(NewRun(trials: 9, parallel: 2), 1, TrialState.Running) with { StopReason = "time is up" };

        Assert.Equal(new RunStep.Wait(), stopping.NextStep());
        Assert.Equal(new RunStep.Finish(), WithTrials(stopping, 1, TrialState.Completed).NextStep());
    }

    [Theory]
    [InlineData(RegimeMode.Global)]
    [InlineData(RegimeMode.PerRegime)]
    public void A_run_that_was_counted_step_by_step_decides_as_one_that_is_counted_anew(RegimeMode mode) =>
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 2]).Array[0, 40].Sample(steps =>
        {
            Run run = NewRun(trials: 12, parallel: 5) with { Definition = NewRun(trials: 12, parallel: 5).Definition with { RegimeMode = mode } };
            foreach ((int number, int state) in steps)
            {
                TrialState next = state == 0 ? TrialState.Waiting : state == 1 ? TrialState.Running : TrialState.Completed;
                // A regime's trials are begun in order, and one that has ended stays so.
                int first = SearchTurns.Next(run, 1) is [var free, ..] ? free : number;
                var known = run.Trials.GetValueOrDefault(new TrialNumber(number));
                run = known is { IsFinished: true } ? run
                    : known is not null ? run.With(known with { State = next })
                    : run.With(NewTrial(first, next));
            }

            Run anew = run with { Trials = run.Trials };
            Assert.Equal((anew.Finished, anew.Underway, anew.NextStep()), (run.Finished, run.Underway, run.NextStep()));
            Assert.Equal(SearchTurns.Next(anew, 7).AsEnumerable(), SearchTurns.Next(run, 7));
            Assert.Equal(run.Trials.Values.Where(t => !t.IsFinished), run.Open);
        });

    [Fact]
    public void A_finished_trial_never_changes()
    {
        Run run = WithTrials(NewRun(trials: 2, parallel: 1), 1, TrialState.Completed);

        Assert.Throws<InvalidOperationException>(() => WithTrials(run, 1, TrialState.Failed));
    }

    [Theory]
    [InlineData(0, 1, "number of trials")]
    [InlineData(100_001, 1, "number of trials")]
    [InlineData(1, 0, "parallel")]
    public void A_definition_refuses_nonsense_by_name(int trials, int parallel, string word) =>
        Assert.Contains(word, Assert.Throws<ArgumentException>(() => (NewRun(1, 1).Definition with { Trials = trials, Parallel = parallel }).Validated()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_span_that_ends_before_it_starts_is_refused() =>
        Assert.Contains("before", Assert.Throws<ArgumentException>(() => (NewRun(1, 1).Definition with { To = Start.AddDays(-1) }).Validated()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(19, 7, 7, 0.2)]
    [InlineData(61, 7, 7, 0.2)]
    [InlineData(30, 4, 7, 0.2)]
    [InlineData(30, 7, 15, 0.2)]
    [InlineData(30, 7, 5, 0.2)]
    [InlineData(30, 7, 7, 0.6)]
    [InlineData(30, 7, 7, double.NaN)]
    public void Walk_forward_days_outside_their_bounds_are_refused(int train, int test, int step, double held) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WalkForwardSettings(train, test, step, held));

    private static Run NewRun(int trials, int parallel) => new()
    {
        Id = new RunId(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e")),
        Definition = new RunDefinition
        {
            Market = new Market(Symbol.Parse("EURUSD"), Timeframe.Parse("5m")),
            From = Start,
            To = Start.AddDays(100),
            Data = new DataSources(),
            Trials = trials,
            Parallel = parallel,
        },
        Record = new RunRecord("", "", "", [], [], 1, 0),
        CreatedAt = Start,
    };

    private static Run WithTrials(Run run, int count, TrialState state) => Enumerable.Range(0, count).Aggregate(run, (r, n) => r.With(NewTrial(n, state)));

    private static Trial NewTrial(int number, TrialState state) => new()
    {
        Number = new TrialNumber(number),
        State = state,
        Parameters = ParameterCatalog.Space([]).Defaults,
        Seen = [],
        Pending = [],
        CreatedAt = Start,
    };
}
