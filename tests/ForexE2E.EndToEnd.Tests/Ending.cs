using System.Text.Json;

namespace ForexE2E.EndToEnd.Tests;

/// <summary>How a process ended and what it said.</summary>
internal sealed record Ending(int Code, string Output, string Error)
{
    /// <summary>Standard output as the one JSON document it must be.</summary>
    public JsonElement Document => JsonDocument.Parse(Output).RootElement;

    public Ending Expect(int code)
    {
        Assert.True(Code == code, $"Exit code {Code} instead of {code}.\n{Error}\n{Output}");
        return this;
    }
}
