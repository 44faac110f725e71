using Xunit.Abstractions;

namespace ForexE2E.EndToEnd.Tests;

public sealed class InterruptionTests(ITestOutputHelper words)
{
    private const int Trials = 60;

    [Fact]
    public async Task After_kill_minus_nine_a_resumed_run_has_every_trial_once()
    {
        using Workspace place = new();
        using (ForexProgram program = place.StartOptimize(Trials, parallel: 2))
        {
            await place.AwaitFinished(2, program);
            program.KillAtOnce();
            await program.End();
        }

        Assert.InRange(place.Count("select count(*) from trials where finished_at is not null"), 2, Trials - 1);
        (await place.Run("run", "resume", "--json")).Expect(0);
        AssertComplete(place);
    }

    [Fact]
    public async Task Ctrl_c_stops_gracefully_and_says_how_to_go_on()
    {
        if (OperatingSystem.IsWindows())
        {
            words.WriteLine("SKIPPED: a signal cannot be sent to one process on Windows");
            return;
        }

        using Workspace place = new();
        using (ForexProgram program = place.StartOptimize(Trials, parallel: 2))
        {
            await place.AwaitFinished(1, program);
            program.Interrupt();
            Ending end = (await program.End()).Expect(130);
            Assert.Equal("stopped", end.Document.GetProperty("run").GetProperty("state").GetString());
            Assert.Contains("forexe2e run resume", end.Error, StringComparison.Ordinal);
        }

        Assert.Equal("stopped", place.Rows("select status from optimization_runs")[0][0]);
        (await place.Run("run", "resume", "--json")).Expect(0);
        AssertComplete(place);
    }

    private static void AssertComplete(Workspace place)
    {
        Assert.Equal("completed", place.Rows("select status from optimization_runs")[0][0]);
        Assert.Equal(Enumerable.Range(0, Trials).Select(n => $"{n}"), place.Rows("select trial_number from trials order by trial_number").Select(r => r[0]));
        Assert.Equal(Trials, place.Count("select count(*) from trials where state = 'completed'"));
        Assert.Equal(Trials * 90, place.Count("select count(*) from optimization_parameters"));
        Assert.Equal(Trials, place.Count("select count(distinct trial_number) from optimization_results"));
    }
}
