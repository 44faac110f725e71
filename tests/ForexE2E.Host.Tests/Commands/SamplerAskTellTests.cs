using System.Text.Json;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Tests.Commands;

public sealed class SamplerAskTellTests : IDisposable
{
    private const string Space = """{"params":[{"name":"x","type":"float","low":-5,"high":5},{"name":"kind","type":"categorical","choices":["a","b"]}]}""";

    private readonly Shell _shell = new();

    [Fact]
    public async Task A_conversation_is_answered_line_by_line_and_goes_on_after_an_error()
    {
        string space = _shell.WriteFile("space.json", Space);

        (ExitCode code, string output, string error) = await _shell.Converse(
            """
            {"ask":2}
            nonsense
            {"tell":{"trial":0,"values":[1.5]}}
            {"best":true}
            """,
            "sampler", "ask-tell", "--space", space, "--sampler", "tpe", "--seed", "3");

        Assert.Equal((ExitCode.Success, ""), (code, error));
        JsonElement[] lines = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
        Assert.Equal([0, 1], lines.Take(2).Select(l => l.GetProperty("trial").GetInt32()));
        Assert.Contains(lines[0].GetProperty("parameters").GetProperty("kind").GetString(), new[] { "a", "b" });
        Assert.True(lines[2].TryGetProperty("error", out _));
        Assert.Equal(4, lines.Length);
    }

    [Theory]
    [InlineData("--space", "nowhere.json")]
    [InlineData("--seed", "1")]
    public async Task Without_a_space_there_is_nothing_to_sample(string option, string value)
    {
        (ExitCode code, _, string error) = await _shell.Type("sampler", "ask-tell", option, value);

        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Contains("--space", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_sampler_is_refused_by_name()
    {
        (ExitCode code, _, string error) = await _shell.Type("sampler", "ask-tell", "--space", _shell.WriteFile("space.json", Space), "--sampler", "magic");

        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Contains("magic", error, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();
}
