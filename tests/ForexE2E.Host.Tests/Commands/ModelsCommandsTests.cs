using System.Text.Json;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Tests.Commands;

public sealed class ModelsCommandsTests(TrainedForecaster trained) : IClassFixture<TrainedForecaster>
{
    [Fact]
    public async Task The_shipped_models_are_whole_and_check_lists_them()
    {
        JsonElement found = await trained.Document("models", "check");
        Assert.Equal(["rl: rl", "sssd-a: sssd", "sssd-b: sssd"], found.GetProperty("models").EnumerateArray().Select(m => $"{m.GetProperty("name")}: {m.GetProperty("kind")}"));
        Assert.All(found.GetProperty("models").EnumerateArray(), m => Assert.Equal(64, m.GetProperty("sha256").GetString()!.Length));
    }

    [Fact]
    public async Task Training_writes_a_model_that_check_takes_and_says_until_when_it_learned()
    {
        JsonElement model = Assert.Single((await trained.Document("models", "check", trained.Models)).GetProperty("models").EnumerateArray());
        Assert.Equal("one", model.GetProperty("name").GetString());
        Assert.Equal(new DateTime(2021, 2, 5, 22, 0, 0, DateTimeKind.Utc), model.GetProperty("trained_until").GetDateTime());
        Assert.Equal([1, 4, 12, 24], trained.Report.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("horizon").GetInt32()));
        (ExitCode code, string output, _) = await trained.Type("models", "check", trained.Models);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("Every model is whole", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_bars_and_seed_give_the_same_files_and_another_seed_others()
    {
        string again = trained.PathOf(Path.Combine("again", "one"));
        string other = trained.PathOf(Path.Combine("other", "one"));
        await trained.Document("models", "train", "sssd", "--bars", trained.Bars, "--until", "2021-02-05", "--out", again);
        await trained.Document("models", "train", "sssd", "--bars", trained.Bars, "--until", "2021-02-05", "--out", other, "--seed", "2");
        string[] files = ["denoiser.onnx", "encoder.onnx", "model.json"];
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(Path.Combine(trained.Model, f)), File.ReadAllBytes(Path.Combine(again, f))));
        Assert.All(files, f => Assert.NotEqual(File.ReadAllBytes(Path.Combine(trained.Model, f)), File.ReadAllBytes(Path.Combine(other, f))));
    }

    [Fact]
    public async Task A_forecast_tells_quantiles_rank_fan_and_paths()
    {
        JsonElement found = await trained.Document("models", "forecast", "--bars", trained.Bars, "--at", "2021-02-10T12:00Z", "--models", trained.Models, "--set", "sssd_forecast_horizon=6");
        Assert.Equal("models_forecast", found.GetProperty("document").GetString());
        Assert.Equal(new DateTime(2021, 2, 10, 12, 0, 0, DateTimeKind.Utc), found.GetProperty("at").GetDateTime());
        double[] quantiles = [.. new[] { "q05", "low", "q50", "high", "q95" }.Select(n => found.GetProperty(n).GetDouble())];
        Assert.Equal(quantiles.Order(), quantiles);
        Assert.InRange(quantiles[^1] - quantiles[0], 1e-4, 1e-2);
        Assert.InRange(found.GetProperty("spread_rank").GetDouble(), 0, 1);
        Assert.Equal(Enumerable.Range(1, 24), found.GetProperty("fan").EnumerateArray().Select(p => p.GetProperty("ahead").GetInt32()));
        Assert.Equal(20, found.GetProperty("paths").GetArrayLength());
        Assert.Equal(6, found.GetProperty("horizon").GetInt32());
        Assert.Equal("one", found.GetProperty("models")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("fan.svg", "<svg")]
    [InlineData("fan.png", "PNG")]
    public async Task A_forecast_draws_its_chart(string name, string beginning)
    {
        string chart = trained.PathOf(name);
        JsonElement found = await trained.Document("models", "forecast", "--bars", trained.Bars, "--models", trained.Models, "--chart", chart);
        Assert.Equal(chart, found.GetProperty("chart").GetString());
        byte[] content = File.ReadAllBytes(chart);
        Assert.InRange(content.Length, 5_000, 2_000_000);
        Assert.Contains(beginning, System.Text.Encoding.Latin1.GetString(content, 0, 200), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_see_the_forecast_and_its_chart()
    {
        (ExitCode code, string output, _) = await trained.Type("models", "forecast", "--bars", trained.Bars, "--at", "2021-02-10T12:00Z", "--models", trained.Models);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("2021-02-10 12:00 UTC", output, StringComparison.Ordinal);
        Assert.Contains("of the last 30 days' are narrower", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021-02-08", false)]
    [InlineData("2021-02-01", true)]
    public async Task Calibration_stands_beside_a_walk_and_says_whether_the_bars_were_seen(string from, bool isSeen)
    {
        JsonElement found = await trained.Document("models", "calibrate", "--bars", trained.Bars, "--models", trained.Models, "--from", from, "--forecasts", "60");
        Assert.Equal(isSeen, found.GetProperty("seen_in_training").GetBoolean());
        Assert.All(found.GetProperty("rows").EnumerateArray(), r =>
        {
            Assert.Equal(60, r.GetProperty("forecasts").GetInt32());
            Assert.InRange(r.GetProperty("coverage").GetDouble(), 0.6, 1);
            Assert.InRange(r.GetProperty("crps").GetDouble() / r.GetProperty("walk_crps").GetDouble(), 0.8, 1.25);
        });
    }
}
