using System.Text.Json;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Tests.Commands;

public sealed class AgentCommandsTests : IDisposable
{
    private readonly Shell _shell = new();

    [Fact]
    public async Task Training_writes_an_agent_of_every_shape_that_check_takes()
    {
        string folder = _shell.PathOf(Path.Combine("models", "rl"));
        (ExitCode code, string output, string error) = await _shell.Type(
            "models", "train", "rl", "--timeframe", "1h", "--from", "2000-01-01", "--to", "2000-05-31", "--rounds", "1", "--out", folder, "--json");
        Assert.True(code == ExitCode.Success, error);
        JsonElement report = JsonDocument.Parse(output).RootElement;
        Assert.Equal(6, report.GetProperty("shapes").GetArrayLength());
        Assert.InRange(report.GetProperty("trained_until").GetDateTime(), new DateTime(2000, 5, 30, 0, 0, 0, DateTimeKind.Utc), new DateTime(2000, 6, 1, 0, 0, 0, DateTimeKind.Utc));
        (code, output, error) = await _shell.Type("models", "check", _shell.PathOf("models"), "--json");
        Assert.True(code == ExitCode.Success, error);
        JsonElement model = Assert.Single(JsonDocument.Parse(output).RootElement.GetProperty("models").EnumerateArray());
        Assert.Equal((12, report.GetProperty("sha256").GetString()), (model.GetProperty("graphs").GetArrayLength(), model.GetProperty("sha256").GetString()));
        (code, _, error) = await _shell.Type("models", "forecast", "--bars", "x.csv", "--models", _shell.PathOf("models"));
        Assert.NotEqual(ExitCode.Success, code);
    }

    [Theory]
    [InlineData("--markets must be 1 to 64, was 0", "--markets", "0")]
    [InlineData("Name the folder to write the agent to", "--out", "")]
    [InlineData("There is nothing to learn from", "--until", "1999-01-01")]
    public async Task What_cannot_be_is_refused_by_name(string message, string option, string value)
    {
        (ExitCode code, string output, string error) = await _shell.Type(
            ["models", "train", "rl", "--timeframe", "1h", "--from", "2000-01-01", "--to", "2000-05-31", .. option == "--out" ? Array.Empty<string>() : ["--out", _shell.PathOf("rl"), option, value]]);
        Assert.Equal((ExitCode.WrongUsage, ""), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();
}
