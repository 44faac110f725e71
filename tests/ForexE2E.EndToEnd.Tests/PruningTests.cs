namespace ForexE2E.EndToEnd.Tests;

public sealed class PruningTests
{
    private const int Trials = 40;
    private const int Windows = 17;

    // Long enough for a pruner to have something to save.
    private static readonly string[] Market =
        ["optimize", "--timeframe", "15m", "--from", "2024-01-01", "--to", "2024-05-15", "--train-days", "20", "--test-days", "5", "--step-days", "5", "--min-trades", "1",
            "--seed", "5", "--trials", "40", "--pruner", "median", "--json"];

    [Fact]
    public async Task A_pruned_run_killed_and_resumed_loses_nothing_doubles_nothing_and_replays()
    {
        using Workspace place = new();
        using (ForexProgram program = ForexProgram.Start(place.Folder, [.. Market, "--parallel", "2"]))
        {
            await place.AwaitFinished(15, program);
            program.KillAtOnce();
            await program.End();
        }

        Assert.InRange(place.Count("select count(*) from trials where finished_at is not null"), 15, Trials - 1);
        (await place.Run("run", "resume", "--json")).Expect(0);

        Assert.Equal(Trials, place.Count("select count(*) from trials where state in ('completed', 'pruned')"));
        Assert.Equal(Trials, place.Count("select count(distinct trial_number) from trials"));
        Assert.InRange(place.Count("select count(*) from trials where state = 'pruned'"), 1, Trials - 5);
        Assert.Equal(0, place.Count("select count(*) from trials where state = 'pruned' and (reason is null or windows_run >= 17 or cpu_us is null)"));
        // Every trial has just the windows its result was taken over, each once.
        Assert.Equal(0, place.Count($"select count(*) from trials t where windows_run <> (select count(*) from window_results w where w.run_id = t.run_id and w.trial_number = t.trial_number) or windows_run > {Windows}"));
        Assert.Equal(0, place.Count("select count(*) from run_definitions d join trials t on t.trial_number = d.best_trial where t.state <> 'completed'"));

        string pruned = place.Rows("select trial_number from trials where state = 'pruned' order by trial_number")[0][0];
        string id = place.Rows("select run_uuid from optimization_runs")[0][0];
        Ending replay = (await place.Run("backtest", "--run", id, "--trial", pruned, "--json")).Expect(0);
        Assert.True(replay.Document.GetProperty("identical").GetBoolean() && replay.Document.GetProperty("pruned").GetBoolean());
        Assert.InRange(replay.Document.GetProperty("windows").GetInt32(), 5, Windows - 1);
    }
}
