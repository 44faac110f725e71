using System.Text.Json;

namespace ForexE2E.EndToEnd.Tests;

public sealed class PerRegimeTests
{
    private static readonly string[] PerRegime = ["--regime-mode", "per_regime"];

    [Fact]
    public async Task A_killed_per_regime_run_resumes_offers_four_sets_and_replays_to_the_last_digit()
    {
        using Workspace place = new();
        using (ForexProgram program = place.StartOptimize(16, parallel: 2, PerRegime))
        {
            await place.AwaitFinished(3, program);
            program.KillAtOnce();
            await program.End();
        }

        JsonElement run = (await place.Run("run", "resume", "--json")).Expect(0).Document;
        Assert.Equal(["ranging", "trending_down", "trending_up", "volatile"], place.Rows("select regime from regime_parameters order by regime").Select(r => r[0]));
        Assert.Equal(16, place.Count("select count(*) from (select trial_number, regime from optimization_parameters group by trial_number, regime having count(*) = 90)"));
        Assert.Equal(16, place.Count("select count(*) from optimization_results where regime in ('trending_up', 'trending_down', 'ranging', 'volatile')"));
        Assert.Equal(0, place.Count("select count(*) from regime_parameters where is_active"));
        Assert.Equal(4, run.GetProperty("best_by_regime").GetArrayLength());
        Assert.Equal(4, run.GetProperty("validations")[0].GetProperty("regimes").GetArrayLength());

        string id = run.GetProperty("run").GetProperty("id").GetString()!;
        Ending[] looks = await Task.WhenAll(
            place.Run("backtest", "--run", id, "--trial", "6", "--json"), place.Run("backtest", "--run", id, "--trial", "15", "--json"),
            place.Run("run", "show", "--json"), place.Run("run", "best", "--json"));
        Assert.All(looks, look => look.Expect(0));
        Assert.All(looks.Take(2), replay => Assert.True(replay.Document.GetProperty("identical").GetBoolean()));
        Assert.Equal("ranging", looks[2].Document.GetProperty("trials")[6].GetProperty("regime").GetString());

        await File.WriteAllTextAsync(Path.Combine(place.Folder, "best.json"), looks[3].Output);
        Ending together = (await place.Run(
            "backtest", "--timeframe", "15m", "--from", "2024-01-01", "--to", "2024-02-19", "--train-days", "20", "--test-days", "5", "--seed", "5",
            "--out-of-sample", "0.2", "--parameters", "best.json", "--json")).Expect(0);
        Assert.Equal(looks[3].Document.GetProperty("metrics").GetRawText(), together.Document.GetProperty("metrics").GetRawText());
    }
}
