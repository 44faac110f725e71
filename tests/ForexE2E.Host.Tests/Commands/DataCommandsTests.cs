using System.Text.Json;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Tests.Commands;

public sealed class DataCommandsTests : IDisposable
{
    private readonly Shell _shell = new();

    [Fact]
    public async Task A_generated_file_is_clean_and_can_be_resampled_and_imported()
    {
        string fine = _shell.PathOf("EURUSD_1m.csv.gz");
        string coarse = _shell.PathOf("EURUSD_15m.csv");
        JsonElement made = await Document("data", "generate", fine, "--timeframe", "1m", "--from", "2024-03-04", "--to", "2024-03-08", "--seed", "3", "--json");
        Assert.True(made.GetProperty("generated").GetBoolean());
        JsonElement check = await Document("data", "check", fine, "--json");
        Assert.True(check.GetProperty("usable").GetBoolean());
        Assert.Equal(made.GetProperty("bars").GetInt32(), check.GetProperty("bars").GetInt32());
        JsonElement resampled = await Document("data", "resample", fine, coarse, "--to-timeframe", "15m", "--json");
        Assert.Equal("15m", resampled.GetProperty("timeframe").GetString());
        JsonElement imported = await Document("data", "import", coarse, _shell.PathOf("copy.csv"), "--json");
        Assert.Equal("EURUSD", imported.GetProperty("symbol").GetString());
        Assert.Equal(await File.ReadAllTextAsync(coarse), await File.ReadAllTextAsync(_shell.PathOf("copy.csv")));
    }

    [Fact]
    public async Task A_file_a_backtest_would_refuse_ends_in_the_code_of_bad_data()
    {
        string file = _shell.WriteFile("EURUSD.csv", "timestamp,open,high,low,close,volume\n2019-01-02T00:05:00Z,1.1,1.2,1.0,1.1,5\n2019-01-02T00:00:00Z,1.1,1.2,1.0,1.1,5\n2019-01-02T00:10:00Z,1.1,1.2,1.0,1.1,5\n");
        (ExitCode code, string output, string error) = await _shell.Type("data", "check", file);
        Assert.Equal((ExitCode.BadData, ""), (code, error));
        Assert.Contains("A backtest would refuse this file", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_asks_for_the_pair_when_the_name_does_not_tell()
    {
        string file = _shell.PathOf("bars.csv");
        await Document("data", "generate", file, "--from", "2024-03-04", "--to", "2024-03-05", "--json");
        (ExitCode code, _, string error) = await _shell.Type("data", "import", file, _shell.PathOf("out.csv"));
        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Contains("--symbol", error, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();

    private async Task<JsonElement> Document(params string[] arguments)
    {
        (ExitCode code, string output, string error) = await _shell.Type(arguments);
        Assert.True(code == ExitCode.Success, error);
        return JsonDocument.Parse(output).RootElement;
    }
}
