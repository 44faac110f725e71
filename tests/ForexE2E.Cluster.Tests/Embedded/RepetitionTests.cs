using ForexE2E.Domain.Runs;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Cluster.Tests.Embedded;

public sealed class RepetitionTests
{
    [Fact]
    public async Task A_backtest_that_gives_other_figures_the_second_time_fails_the_run()
    {
        const int Searching = 4 * 3;
        int computed = 0;
        var bench = new Bench
        {
            Backtest = new FakeBacktest(3, 0, null)
            {
                // A cent more in every window after the search.
                Altered = r => Interlocked.Increment(ref computed) > Searching ? r with { EndBalanceCents = r.EndBalanceCents + 1 } : r,
            },
        };

        RunOutcome outcome = await bench.Complete(Bench.Definition(trials: 4, parallel: 1));

        Assert.Equal(RunState.Failed, outcome.State);
        Assert.Contains($"trial {outcome.Best}, measured once more, gave other figures than before", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_trial_made_in_each_regime_is_stored_though_its_coordinator_forgets_it()
    {
        var bench = new Bench();
        RunOutcome outcome = await bench.Complete(Bench.Definition(trials: 4, parallel: 2));

        Assert.Equal(RunState.Completed, outcome.State);
        Assert.All((await bench.Stored()).Trials.Values, t => Assert.Equal(4, t.Result!.ByRegime.Length));
        Assert.All(outcome.Validations, v => Assert.Equal(4, v.Result.ByRegime.Length));
    }
}
