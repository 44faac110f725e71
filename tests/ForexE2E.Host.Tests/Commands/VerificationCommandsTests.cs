using System.Text.Json;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Tests.Commands;

/// <summary>parameters liveness, verify lookahead and regimes, typed as a user would.</summary>
public sealed class VerificationCommandsTests : IDisposable
{
    private static readonly string[] Brief = ["--timeframe", "15m", "--from", "2024-01-01", "--to", "2024-02-12", "--parallel", "1"];
    private readonly Shell _shell = new();

    [Fact]
    public async Task Liveness_says_of_each_parameter_what_changed_or_why_nothing_does()
    {
        (ExitCode code, string output, string error) = await _shell.Type(
            ["parameters", "liveness", .. Brief, "--parameter", "risk_atr_multiplier", "--parameter", "filter_vix_enabled", "--fix", "filter_vix_enabled=false", "--json"]);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("Parameters examined: 2 of 2", error, StringComparison.Ordinal);
        JsonElement root = JsonDocument.Parse(output).RootElement;
        JsonElement[] all = [.. root.GetProperty("parameters").EnumerateArray()];
        Assert.Equal(["risk_atr_multiplier", "filter_vix_enabled"], all.Select(p => p.GetProperty("name").GetString()));
        Assert.Equal(["live", "dead"], all.Select(p => p.GetProperty("state").GetString()));
        Assert.True(all[0].GetProperty("change").GetProperty("exits").GetInt32() > 0);
        Assert.Contains("fixed by the user", all[1].GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, root.GetProperty("summary").GetProperty("live").GetInt32());
    }

    [Fact]
    public async Task Look_ahead_is_not_found_where_there_is_none_and_found_where_it_was_planted()
    {
        string[] check = ["verify", "lookahead", .. Brief, "--cuts", "1", "--enable", "patterns,vix", "--json"];
        (ExitCode clean, string output, _) = await _shell.Type(check);
        Assert.Equal(ExitCode.Success, clean);
        Assert.False(JsonDocument.Parse(output).RootElement.GetProperty("look_ahead_found").GetBoolean());

        (ExitCode code, string planted, _) = await _shell.Type([.. check, "--plant-leak"]);
        Assert.Equal(ExitCode.LookAheadFound, code);
        JsonElement leak = JsonDocument.Parse(planted).RootElement.GetProperty("leaks")[0];
        Assert.Equal("planted leak", leak.GetProperty("component").GetString());
        Assert.Equal(leak.GetProperty("cut").GetInt32(), leak.GetProperty("bar").GetInt32());
    }

    [Fact]
    public async Task Regimes_are_printed_with_probabilities_and_scored_against_the_states_of_the_generator()
    {
        (string bars, string states) = (_shell.PathOf("bars.csv"), _shell.PathOf("states.csv"));
        (ExitCode made, _, string error) = await _shell.Type("data", "generate", bars, "--timeframe", "15m", "--from", "2024-01-01", "--to", "2024-03-10", "--states", states);
        Assert.Equal((ExitCode.Success, ""), (made, error));
        (ExitCode code, string output, _) = await _shell.Type("regimes", "--bars", bars, "--timeframe", "15m", "--states", states, "--json");
        Assert.Equal(ExitCode.Success, code);
        JsonElement root = JsonDocument.Parse(output).RootElement;
        JsonElement point = root.GetProperty("path")[0];
        Assert.Equal(1, new[] { "trending_up", "trending_down", "ranging", "volatile" }.Sum(n => point.GetProperty(n).GetDouble()), 5);
        Assert.Equal("walk_forward", root.GetProperty("fit").GetString());
        Assert.True(root.GetProperty("score").GetProperty("accuracy").GetDouble() > root.GetProperty("score").GetProperty("most_frequent").GetDouble());
    }

    [Fact]
    public async Task A_span_too_short_to_train_on_is_fitted_on_its_first_half_and_says_so()
    {
        (ExitCode code, string output, _) = await _shell.Type("regimes", "--from", "2024-01-01", "--to", "2024-01-20", "--each-bar", "--json");
        Assert.Equal(ExitCode.Success, code);
        JsonElement root = JsonDocument.Parse(output).RootElement;
        Assert.Equal("once", root.GetProperty("fit").GetString());
        Assert.Contains("first half", root.GetProperty("remarks")[0].GetString(), StringComparison.Ordinal);
        Assert.True(root.GetProperty("path").GetArrayLength() > 3000);
    }

    [Theory]
    [InlineData("parameters liveness --parameter risk_atr_multiplyer", "did you mean 'risk_atr_multiplier'")]
    [InlineData("parameters liveness --windows 0", "--windows must be 1 or more")]
    [InlineData("parameters liveness --from 2024-01-01 --to 2024-01-20", "needs 37")]
    [InlineData("verify lookahead --cuts -1", "--cuts must be 0 to 10000")]
    [InlineData("verify lookahead --from 2024-01-01 --to 2024-01-20", "needs 37")]
    [InlineData("data generate x.csv --moves 99", "scale of moves must be 0.1 to 10")]
    public async Task Wrong_usage_is_refused_with_the_remedy(string line, string message)
    {
        (ExitCode code, _, string error) = await _shell.Type(line.Split(' '));
        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();
}
