using System.Text;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Tests.Commands;

/// <summary>Models that a run must not take, and questions that cannot be answered: each refused by name, with the remedy.</summary>
public sealed class ModelRefusalTests(TrainedForecaster trained) : IClassFixture<TrainedForecaster>
{
    [Fact]
    public async Task A_truncated_graph_is_refused_by_check_forecast_and_run()
    {
        string folder = trained.Changed("cut", "encoder.onnx", b => b[..(b.Length / 2)]);
        await Refuses(ExitCode.BadData, "encoder.onnx: the file is damaged or was changed: its SHA-256 is", "models", "check", folder);
        await Refuses(ExitCode.BadData, "Restore the file, or train the model anew", "models", "forecast", "--bars", trained.Bars, "--models", folder);
        await Refuses(ExitCode.BadData, "the file is damaged", Run(folder, "2021-01-01"));
    }

    [Fact]
    public async Task A_graph_that_is_cut_short_with_a_fitting_hash_is_refused_as_no_graph()
    {
        string folder = trained.Changed("short", "denoiser.onnx", b => b[..(b.Length / 2)]);
        string json = Path.Combine(folder, "model.json");
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "denoiser.onnx"))));
        string old = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(trained.Model, "denoiser.onnx"))));
        await File.WriteAllTextAsync(json, (await File.ReadAllTextAsync(json)).Replace(old, hash, StringComparison.Ordinal));
        await Refuses(ExitCode.BadData, "denoiser.onnx: no usable ONNX graph", "models", "check", folder);
    }

    [Fact]
    public async Task Another_shape_than_the_graph_has_is_refused_with_both()
    {
        string folder = trained.Changed("shape", "model.json", Text(t => t.Replace("128", "64", StringComparison.Ordinal)));
        await Refuses(ExitCode.BadData, "an sssd model must have context_bars = 128, model.json says 64", "models", "check", folder);
        await Refuses(ExitCode.BadData, "context_bars", Run(folder, "2021-01-01"));
    }

    [Fact]
    public async Task A_model_that_saw_the_test_span_is_refused_by_a_run_and_nothing_is_stored()
    {
        string error = await Refuses(ExitCode.BadData, "the model was trained on data until 2021-02-05 22:00Z, but the first test window begins 2021-01-31 00:00Z", Run(trained.Models, "2021-01-01"));
        Assert.Contains("it would have seen its own exam", error, StringComparison.Ordinal);
        Assert.False(File.Exists(trained.PathOf("refused.db")) && (await trained.Document("run", "list", "--database", "sqlite:" + trained.PathOf("refused.db"))).GetProperty("runs").GetArrayLength() > 0);
    }

    [Fact]
    public async Task A_folder_without_a_model_of_the_kind_is_refused() =>
        await Refuses(ExitCode.BadData, "holds no rl model", "models", "advise", "--bars", trained.Bars, "--models", trained.Models);

    [Theory]
    [InlineData("--chart", "fan.jpg", "--chart must end in .png or .svg, was 'fan.jpg'")]
    [InlineData("--at", "2020-01-01T00:00Z", "has ended by then: it begins")]
    [InlineData("--at", "2021-01-01T12:00Z", "bars must lie before it")]
    [InlineData("--set", "sssd_steps=3", "sssd_steps")]
    public async Task A_forecast_that_cannot_be_is_refused(string option, string value, string message) =>
        await Refuses(ExitCode.WrongUsage, message, "models", "forecast", "--bars", trained.Bars, "--models", trained.Models, option, value);

    [Fact]
    public async Task Training_says_what_it_lacks()
    {
        await Refuses(ExitCode.WrongUsage, "Name the bars to learn from with --bars FILE", "models", "train", "sssd", "--out", trained.PathOf("x"));
        await Refuses(ExitCode.WrongUsage, "Name the folder to write the model to with --out FOLDER", "models", "train", "sssd", "--bars", trained.Bars);
        await Refuses(ExitCode.BadData, "too few to learn from", "models", "train", "sssd", "--bars", trained.Bars, "--until", "2021-01-05", "--out", trained.PathOf("x"));
        Assert.False(Directory.Exists(trained.PathOf("x")));
    }

    [Fact]
    public async Task Calibration_of_nothing_is_refused() =>
        await Refuses(ExitCode.BadData, "Nothing to forecast", "models", "calibrate", "--bars", trained.Bars, "--models", trained.Models, "--from", "2021-02-13");

    private static Func<byte[], byte[]> Text(Func<string, string> change) => bytes => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(bytes)));

    private string[] Run(string models, string from) =>
    [
        "optimize", "--bars", trained.Bars, "--from", from, "--to", "2021-02-13", "--out-of-sample", "0", "--components", "sssd", "--models", models,
        "--trials", "1", "--database", "sqlite:" + trained.PathOf("refused.db"),
    ];

    private async Task<string> Refuses(ExitCode expected, string message, params string[] arguments)
    {
        (ExitCode code, string output, string error) = await trained.Type(arguments);
        Assert.Equal((expected, ""), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
        return error;
    }
}
