using System.Text.Json;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Tests.Commands;

/// <summary>Which learned models a run used is part of what is told of it.</summary>
public sealed class RunShowModelsTests : IDisposable
{
    private static readonly ModelStamp Used = new("sssd-a", "3", ModelKind.Sssd, new string('c', 64), new DateTime(1993, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    private readonly Shell _shell = new();

    [Fact]
    public async Task The_document_names_each_model_with_version_hash_and_training_end()
    {
        Run run = await StoredRuns.Put(_shell.Database, 2, models: [Used]);
        (ExitCode code, string output, string error) = await _shell.Type("run", "show", run.Id.ToString(), "--database", _shell.Database, "--json");
        Assert.True(code == ExitCode.Success, error);
        JsonElement model = Assert.Single(JsonDocument.Parse(output).RootElement.GetProperty("run").GetProperty("models").EnumerateArray());
        Assert.Equal(
            ("sssd-a", "3", "sssd", Used.Sha256, Used.TrainedUntil),
            (model.GetProperty("name").GetString(), model.GetProperty("version").GetString(), model.GetProperty("kind").GetString(), model.GetProperty("sha256").GetString(), model.GetProperty("trained_until").GetDateTime()));
    }

    [Fact]
    public async Task People_read_the_same()
    {
        Run run = await StoredRuns.Put(_shell.Database, 2, models: [Used]);
        (_, string output, _) = await _shell.Type("run", "show", run.Id.ToString(), "--database", _shell.Database);
        Assert.Contains("Model sssd-a 3 (sssd), trained until 1993-01-01 00:00 UTC, SHA-256 cccccccccccc", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_learned_components_names_none()
    {
        Run run = await StoredRuns.Put(_shell.Database, 2);
        (_, string output, _) = await _shell.Type("run", "show", run.Id.ToString(), "--database", _shell.Database, "--json");
        Assert.Equal(0, JsonDocument.Parse(output).RootElement.GetProperty("run").GetProperty("models").GetArrayLength());
    }

    public void Dispose() => _shell.Dispose();
}
