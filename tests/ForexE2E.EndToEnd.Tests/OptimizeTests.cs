using System.Text.Json;

namespace ForexE2E.EndToEnd.Tests;

public sealed class OptimizeTests
{
    [Fact]
    public async Task A_run_stores_every_trial_with_ninety_parameters_and_each_replays_to_the_last_digit()
    {
        using Workspace place = new();
        JsonElement run = (await place.Optimize(trials: 5, parallel: 2)).Expect(0).Document;
        Assert.Equal("completed", run.GetProperty("run").GetProperty("state").GetString());
        Assert.True(run.GetProperty("run").GetProperty("data").GetProperty("generated").GetBoolean());
        Assert.Equal(5, place.Count("select count(*) from trials where state = 'completed'"));
        Assert.Equal(450, place.Count("select count(*) from optimization_parameters"));
        Assert.Equal(5, place.Count("select count(*) from (select trial_number from optimization_parameters group by trial_number having count(distinct parameter_name) = 90)"));
        Assert.Equal(5, place.Count("select count(*) from optimization_results where regime is null or regime = 'global'"));

        string id = run.GetProperty("run").GetProperty("id").GetString()!;
        Ending[] replays = await Task.WhenAll(Enumerable.Range(0, 5).Select(n => place.Run("backtest", "--run", id, "--trial", $"{n}", "--json")));
        Assert.All(replays, replay => Assert.True(replay.Expect(0).Document.GetProperty("identical").GetBoolean()));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_database_apart_from_times_and_identity()
    {
        using Workspace one = new();
        using Workspace two = new();
        Ending[] ends = await Task.WhenAll(one.Optimize(trials: 5, parallel: 1), two.Optimize(trials: 5, parallel: 1));
        Assert.All(ends, end => end.Expect(0));
        Assert.Equal(Content(one), Content(two));
    }

    [Fact]
    public async Task The_best_set_can_be_listed_shown_taken_and_measured_again()
    {
        using Workspace place = new();
        JsonElement run = (await place.Optimize(trials: 2, parallel: 2)).Expect(0).Document;
        string id = run.GetProperty("run").GetProperty("id").GetString()!;
        Ending[] looks = await Task.WhenAll(
            place.Run("run", "list", "--json"), place.Run("run", "show", id[..20], "--json"), place.Run("run", "best", "--json"), place.Run("run", "stop", id, "--json"));
        Assert.All(looks, look => look.Expect(0));
        Assert.Equal(id, looks[0].Document.GetProperty("runs")[0].GetProperty("id").GetString());
        Assert.Equal(2, looks[1].Document.GetProperty("trials").GetArrayLength());
        Assert.Equal("completed", looks[3].Document.GetProperty("state").GetString());

        await File.WriteAllTextAsync(Path.Combine(place.Folder, "best.json"), looks[2].Output);
        Ending again = (await place.Run(
            "backtest", "--timeframe", "15m", "--from", "2024-01-01", "--to", "2024-02-19", "--train-days", "20", "--test-days", "5", "--seed", "5",
            "--out-of-sample", "0.2", "--parameters", "best.json", "--trades", "trades.csv", "--json")).Expect(0);
        Assert.Equal(looks[2].Document.GetProperty("metrics").GetRawText(), again.Document.GetProperty("metrics").GetRawText());
        Assert.StartsWith("window,n,side,", await File.ReadAllTextAsync(Path.Combine(place.Folder, "trades.csv")), StringComparison.Ordinal);
    }

    // All tables and columns but the log of who did what when, times, durations, CPU times and the run's random identity.
    private static List<string> Content(Workspace place)
    {
        List<string> content = [];
        foreach (string table in place.Rows("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'audit_log' order by name").Select(r => r[0]))
        {
            IEnumerable<string> columns = place.Rows($"pragma table_info({table})").Select(r => r[1])
                .Where(c => !c.EndsWith("_at", StringComparison.Ordinal) && !c.Contains("duration", StringComparison.Ordinal) && c is not ("at" or "applied_on" or "run_uuid" or "subject" or "cpu_us"));
            content.AddRange(place.Rows($"select {string.Join(", ", columns)} from {table}").Select(r => $"{table}: {string.Join('|', r)}").Order(StringComparer.Ordinal));
        }

        return content;
    }
}
