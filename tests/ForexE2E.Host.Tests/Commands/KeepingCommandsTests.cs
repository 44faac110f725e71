using System.Text.Json;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Failures;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;
using ForexE2E.Testing.Contracts;

namespace ForexE2E.Host.Tests.Commands;

public sealed class KeepingCommandsTests : IDisposable
{
    private readonly Shell _shell = new();

    [Fact]
    public async Task A_backup_is_created_verified_restored_and_kept()
    {
        await Fill();
        JsonElement made = await Document(ExitCode.Success, "backup", "create", "--out", _shell.PathOf("backups"), "--database", _shell.Database);
        string file = made.GetProperty("file").GetString()!;
        Assert.Equal(made.GetProperty("rows").GetInt64(), (await Document(ExitCode.Success, "backup", "verify", file)).GetProperty("rows").GetInt64());
        string copy = "sqlite:" + _shell.PathOf("copy.db");
        await Document(ExitCode.Success, "backup", "restore", file, "--database", copy);
        Assert.Equal(1, (await Document(ExitCode.Success, "run", "list", "--database", copy)).GetProperty("runs").GetArrayLength());
        Assert.Equal(90, (await Document(ExitCode.Success, "database", "status", "--database", copy)).GetProperty("rows").GetProperty("optimization_parameters").GetInt64());
        Assert.Equal(
            ["backup restored", "run ended", "run created"],
            (await Document(ExitCode.Success, "audit", "list", "--database", copy)).GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("action").GetString()));
        JsonElement pruned = await Document(ExitCode.Success, "backup", "prune", "--out", _shell.PathOf("backups"));
        Assert.Equal(1, pruned.GetProperty("kept").GetArrayLength());
    }

    [Fact]
    public async Task A_restore_over_rows_and_a_file_that_is_no_backup_are_refused()
    {
        await Fill();
        JsonElement made = await Document(ExitCode.Success, "backup", "create", "--out", _shell.Folder, "--database", _shell.Database);
        string error = await Refusal("backup", "restore", made.GetProperty("file").GetString()!, "--database", _shell.Database);
        Assert.Contains("not empty", error, StringComparison.Ordinal);
        Assert.Contains("no backup", await Refusal("backup", "verify", _shell.WriteFile("text.zip", "hello")), StringComparison.Ordinal);
        Assert.Contains("missing.zip", await Refusal("backup", "verify", _shell.PathOf("missing.zip")), StringComparison.Ordinal);
        Assert.Contains("nowhere", await Refusal("backup", "prune", "--out", _shell.PathOf("nowhere")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retention_shows_first_and_archives_then()
    {
        await Fill();
        string[] apply = ["retention", "apply", "--months", "12", "--database", _shell.Database];
        Assert.Equal(1, (await Document(ExitCode.Success, [.. apply, "--dry-run"])).GetProperty("runs").GetArrayLength());
        JsonElement run = Assert.Single((await Document(ExitCode.Success, apply)).GetProperty("runs").EnumerateArray());
        Assert.Equal(SampleRuns.Run(1).Id.ToString(), run.GetProperty("run_id").GetString());
        Assert.Equal(0, (await Document(ExitCode.Success, apply)).GetProperty("runs").GetArrayLength());
        Assert.Equal(0, (await Document(ExitCode.Success, "run", "list", "--database", _shell.Database)).GetProperty("runs").GetArrayLength());
    }

    [Theory]
    [InlineData("retention apply --months 0", "--months")]
    [InlineData("backup prune --days 0", "--days")]
    [InlineData("audit list --limit 0", "--limit")]
    [InlineData("audit list --since yesterday", "--since")]
    public async Task A_wrong_number_is_named(string line, string option)
    {
        (ExitCode code, _, string error) = await _shell.Type(line.Split(' '));
        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Contains(option, error, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();

    private async Task Fill()
    {
        await using SqlRunStore store = await RunStores.Open(DatabaseAddress.Parse(_shell.Database), TimeProvider.System);
        await store.CreateRun(SampleRuns.Run(1, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)), CancellationToken.None);
        await store.FinishTrials(SampleRuns.Run(1).Id, [SampleRuns.Completed(0)], CancellationToken.None);
        await store.FinishRun(SampleRuns.Run(1).Id, new RunOutcome(RunState.Stopped, "on request", new TrialNumber(0), [], [], TimeSpan.Zero), CancellationToken.None);
    }

    private async Task<string> Refusal(params string[] arguments)
    {
        (ExitCode code, _, string error) = await _shell.Type(arguments);
        Assert.Equal(ExitCode.Database, code);
        return error;
    }

    private async Task<JsonElement> Document(ExitCode expected, params string[] arguments)
    {
        (ExitCode code, string output, string error) = await _shell.Type([.. arguments, "--json"]);
        Assert.True(code == expected, error);
        return JsonDocument.Parse(output).RootElement;
    }
}
