using System.Text.Json;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Tests.Commands;

public sealed class MigrateCommandsTests : IDisposable
{
    private readonly Shell _shell = new();

    [Fact]
    public async Task Status_creates_nothing_up_creates_and_down_needs_a_yes()
    {
        Assert.False((await Document("migrate", "status")).GetProperty("is_current").GetBoolean());
        Assert.Empty(Directory.GetFiles(_shell.Folder));
        Assert.True((await Document("migrate", "up")).GetProperty("is_current").GetBoolean());
        (ExitCode code, _, string error) = await _shell.Type("migrate", "down", "--to", "0", "--database", _shell.Database);
        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Contains("--yes", error, StringComparison.Ordinal);
        Assert.Equal(0, (await Document("migrate", "down", "--to", "0", "--yes")).GetProperty("current").GetInt64());
    }

    [Fact]
    public async Task An_empty_database_lists_no_runs()
    {
        await Document("migrate", "up");
        Assert.Equal(0, (await Document("run", "list")).GetProperty("runs").GetArrayLength());
        (ExitCode code, _, string error) = await _shell.Type("run", "best", "--database", _shell.Database);
        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Contains("forexe2e optimize", error, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();

    private async Task<JsonElement> Document(params string[] arguments)
    {
        (ExitCode code, string output, string error) = await _shell.Type([.. arguments, "--json", "--database", _shell.Database]);
        Assert.True(code == ExitCode.Success, error);
        return JsonDocument.Parse(output).RootElement;
    }
}
