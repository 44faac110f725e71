using System.Collections.Immutable;
using ForexE2E.Domain.Models;
using ForexE2E.Storage.Models;

namespace ForexE2E.Storage.Tests.Models;

public sealed class ModelFilesTests : IDisposable
{
    private static readonly DateTime Until = new(2017, 12, 31, 0, 0, 0, DateTimeKind.Utc);
    private readonly string _folder = Directory.CreateTempSubdirectory("models").FullName;
    private readonly ModelFiles _files = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_written_is_read_again()
    {
        ModelCheckpoint b = Written("b", 2);
        ModelCheckpoint a = Written("a", 1);
        ModelSet set = _files.Load(_folder);
        Assert.Equal(["a", "b"], set.Checkpoints.Select(c => c.Name));
        Assert.Equal(a, set.Checkpoints[0]);
        Assert.Equal<byte>([1, 2, 3], a.Graph("encoder").Content.ToArray());
        Assert.Equal(new TensorShape("x", [-1, 4]), a.Graphs[0].Inputs[0]);
        Assert.Equal((Until, "128", ModelKind.Sssd), (a.TrainedUntil, a.Setting("context_bars"), a.Kind));
        Assert.NotEqual(a.Sha256, b.Sha256);
        Assert.Equal(b, Assert.Single(_files.Load(Path.Combine(_folder, "b")).Checkpoints));
    }

    [Fact]
    public void The_hash_knows_content_settings_and_training_end_but_no_path()
    {
        string hash = Written("a", 1).Sha256;
        Assert.Equal(hash, CheckpointWriter.Write(Made("a", 1), Path.Combine(_folder, "elsewhere")).Sha256);
        Assert.NotEqual(hash, CheckpointWriter.Write(Made("a", 2), Path.Combine(_folder, "x")).Sha256);
        Assert.NotEqual(hash, CheckpointWriter.Write(Made("a", 1) with { TrainedUntil = Until.AddDays(1) }, Path.Combine(_folder, "x")).Sha256);
        Assert.NotEqual(hash, CheckpointWriter.Write(Made("a", 1) with { Settings = Made("a", 1).Settings.SetItem("context_bars", "64") }, Path.Combine(_folder, "x")).Sha256);
    }

    [Fact]
    public void A_damaged_file_is_refused_with_both_hashes_and_the_remedy()
    {
        Written("a", 1);
        string file = Path.Combine(_folder, "a", "encoder.onnx");
        File.WriteAllBytes(file, [1, 2]);
        string message = Refusal();
        Assert.StartsWith($"{file}: the file is damaged or was changed: its SHA-256 is a12871fe", message, StringComparison.Ordinal);
        Assert.Contains("model.json says 039058c6", message, StringComparison.Ordinal);
        Assert.EndsWith("Restore the file, or train the model anew.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_a_missing_folder_are_refused()
    {
        Written("a", 1);
        File.Delete(Path.Combine(_folder, "a", "encoder.onnx"));
        Assert.Contains("encoder.onnx: no such file, but model.json names it", Refusal(), StringComparison.Ordinal);
        Assert.Contains("no such folder of models", Refused(Path.Combine(_folder, "none")), StringComparison.Ordinal);
        Assert.Contains("holds a model.json", Refused(Directory.CreateDirectory(Path.Combine(_folder, "empty")).FullName), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", "format 2 is not 1")]
    [InlineData("\"kind\": \"sssd\"", "\"kind\": \"gpt\"", "kind must be sssd or rl")]
    [InlineData("\"file\": \"encoder.onnx\"", "\"file\": \"../encoder.onnx\"", "must be a name in the same folder")]
    [InlineData("-1,", "0,", "sizes must be above zero")]
    [InlineData("\"kind\"", "\"kinds\"", "docs/models.md")]
    [InlineData("{", "", "docs/models.md")]
    public void A_malformed_model_json_is_refused(string old, string replaced, string reason)
    {
        Written("a", 1);
        string file = Path.Combine(_folder, "a", "model.json");
        string text = File.ReadAllText(file);
        int at = text.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(file, text[..at] + replaced + text[(at + old.Length)..]);
        string message = Refusal();
        Assert.StartsWith(file, message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_trained_on_the_exam_is_refused_and_one_trained_up_to_it_is_not()
    {
        Written("a", 1);
        ModelSet set = _files.Load(_folder);
        set.RefuseTooNew(ModelKind.Sssd, Until);
        string message = Assert.Throws<ModelException>(() => set.RefuseTooNew(ModelKind.Sssd, Until.AddMinutes(-1))).Message;
        Assert.Contains("trained on data until 2017-12-31 00:00Z, but the first test window begins 2017-12-30 23:59Z", message, StringComparison.Ordinal);
        Assert.Contains("holds no rl model", Assert.Throws<ModelException>(() => set.Of(ModelKind.Rl)).Message, StringComparison.Ordinal);
    }

    private string Refusal() => Refused(_folder);

    private string Refused(string folder) => Assert.Throws<ModelException>(() => _files.Load(folder)).Message;

    private ModelCheckpoint Written(string name, byte content) => CheckpointWriter.Write(Made(name, content), Path.Combine(_folder, name));

    private static ModelCheckpoint Made(string name, byte content) => new()
    {
        Name = name,
        Version = "1",
        Kind = ModelKind.Sssd,
        Sha256 = "",
        TrainedUntil = Until,
        TrainedOn = "a test",
        Origin = "",
        Graphs = [new ModelGraph("encoder", "", "", [content, 2, 3], [new TensorShape("x", [-1, 4])], [new TensorShape("y", [-1, 2])])],
        Settings = ImmutableSortedDictionary<string, string>.Empty.Add("context_bars", "128"),
    };
}
