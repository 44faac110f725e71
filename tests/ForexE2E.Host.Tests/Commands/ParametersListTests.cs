using System.Text.Json;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Tests.Commands;

public sealed class ParametersListTests : IDisposable
{
    private readonly Shell _shell = new();

    [Fact]
    public async Task The_document_holds_all_ninety_with_bounds_defaults_and_conditions()
    {
        (ExitCode code, string output, string error) = await _shell.Type("parameters", "list", "--json");
        Assert.Equal((ExitCode.Success, ""), (code, error));
        JsonElement[] all = [.. JsonDocument.Parse(output).RootElement.GetProperty("parameters").EnumerateArray()];
        Assert.Equal(90, all.Length);
        JsonElement trailing = all.Single(p => p.GetProperty("name").GetString() == "risk_trailing_stop_pct");
        Assert.Equal((0.5, 3.0, 1.0), (trailing.GetProperty("low").GetDouble(), trailing.GetProperty("high").GetDouble(), trailing.GetProperty("default").GetDouble()));
        Assert.Equal("risk_use_trailing_stop", trailing.GetProperty("live_when").GetProperty("parameter").GetString());
        Assert.True(trailing.GetProperty("live_when").GetProperty("value").GetBoolean());
    }

    [Fact]
    public async Task The_page_of_the_documentation_is_current()
    {
        (_, string output, _) = await _shell.Type("parameters", "list", "--markdown");
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot(), "docs", "parameters.md")), output);
    }

    [Fact]
    public async Task One_group_can_be_listed()
    {
        (_, string output, _) = await _shell.Type("parameters", "list", "--group", "sizing");
        Assert.Contains("sizing_kelly_fraction", output, StringComparison.Ordinal);
        Assert.DoesNotContain("sssd_temperature", output, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();

    private static string RepositoryRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ForexE2E.Cluster.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must run from within the repository.");
        }

        return folder.FullName;
    }
}
