using System.Text.Json;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Tests.Commands;

/// <summary>Six weeks of generated bars and an SSSD model trained on the first five by the command line; made once for a class of tests.</summary>
public sealed class TrainedForecaster : IAsyncLifetime, IDisposable
{
    private readonly Shell _shell = new();

    public string Bars => _shell.PathOf("EURUSD_5m.csv");

    public string Models => _shell.PathOf("models");

    public string Model => Path.Combine(Models, "one");

    /// <summary>What the training printed.</summary>
    public JsonElement Report { get; private set; }

    public string PathOf(string name) => _shell.PathOf(name);

    public Task<(ExitCode Code, string Output, string Error)> Type(params string[] arguments) => _shell.Type(arguments);

    /// <summary>The document of a command that must succeed.</summary>
    public async Task<JsonElement> Document(params string[] arguments)
    {
        (ExitCode code, string output, string error) = await _shell.Type([.. arguments, "--json"]);
        Assert.True(code == ExitCode.Success, error);
        return JsonDocument.Parse(output).RootElement;
    }

    /// <summary>A copy of the model with its model.json or one of its files changed.</summary>
    public string Changed(string name, string file, Func<byte[], byte[]> change)
    {
        string copy = _shell.PathOf(name);
        Directory.CreateDirectory(copy);
        foreach (string original in Directory.GetFiles(Model))
        {
            byte[] content = File.ReadAllBytes(original);
            File.WriteAllBytes(Path.Combine(copy, Path.GetFileName(original)), Path.GetFileName(original) == file ? change(content) : content);
        }

        return copy;
    }

    public async Task InitializeAsync()
    {
        (ExitCode code, _, string error) = await _shell.Type("data", "generate", Bars, "--symbol", "EURUSD", "--timeframe", "5m", "--from", "2021-01-01", "--to", "2021-02-14", "--seed", "3");
        Assert.True(code == ExitCode.Success, error);
        Report = await Document("models", "train", "sssd", "--bars", Bars, "--until", "2021-02-05", "--out", Model);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _shell.Dispose();
}
