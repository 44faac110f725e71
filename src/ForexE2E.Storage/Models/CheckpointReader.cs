using System.Collections.Immutable;
using System.Text.Json;
using ForexE2E.Domain.Models;

namespace ForexE2E.Storage.Models;

/// <summary>Reads one checkpoint and compares its files with what model.json says of them.</summary>
internal static class CheckpointReader
{
    public const string FileName = "model.json";
    private const long LargestFile = 256L << 20;

    /// <exception cref="ModelException">A file is missing, malformed, or has another hash.</exception>
    public static ModelCheckpoint Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        ModelDocument document = Checked(path, Parse(path));
        return new ModelCheckpoint
        {
            Name = document.Name,
            Version = document.Version,
            Kind = document.Kind == "sssd" ? ModelKind.Sssd : ModelKind.Rl,
            Sha256 = ModelHash.Of(document),
            TrainedUntil = document.TrainedUntil.UtcDateTime,
            TrainedOn = document.TrainedOn,
            Origin = folder,
            Graphs = [.. document.Graphs.Select(g => Graph(folder, g))],
            Settings = document.Settings.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    private static ModelDocument Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ModelJson.Default.ModelDocument)
                ?? throw new ModelException($"{path}: holds null. Write it as docs/models.md says.");
        }
        catch (JsonException e)
        {
            throw new ModelException($"{path}: {e.Message} Write it as docs/models.md says.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    private static ModelDocument Checked(string path, ModelDocument document)
    {
        string? fault = document switch
        {
            { Format: not ModelDocument.CurrentFormat } => $"format {document.Format} is not {ModelDocument.CurrentFormat}, the only one this program reads",
            { Kind: not ("sssd" or "rl") } => $"kind must be sssd or rl, was '{document.Kind}'",
            { Name: "" } => "name must not be empty",
            { Graphs.Count: 0 } => "graphs must name at least one ONNX file",
            _ when document.Graphs.Select(g => g.Role).Distinct(StringComparer.Ordinal).Count() < document.Graphs.Count => "two graphs have the same role",
            _ => document.Graphs.Select(FaultOf).FirstOrDefault(f => f is not null),
        };
        return fault is null ? document : throw new ModelException($"{path}: {fault}. Write it as docs/models.md says.");
    }

    private static string? FaultOf(GraphDocument graph) =>
        Path.GetFileName(graph.File) != graph.File || graph.File.Length == 0 ? $"graph {graph.Role}: file must be a name in the same folder, was '{graph.File}'"
        : graph.Inputs.Count == 0 || graph.Outputs.Count == 0 ? $"graph {graph.Role} needs inputs and outputs"
        : graph.Inputs.Concat(graph.Outputs).Any(t => t.Sizes.Any(s => s is 0 or < TensorShape.AnySize)) ? $"graph {graph.Role}: sizes must be above zero, or -1 for any"
        : null;

    private static ModelGraph Graph(string folder, GraphDocument graph)
    {
        string path = Path.Combine(folder, graph.File);
        byte[] content = Content(path);
        string hash = ModelHash.Of(content);
        return hash == graph.Sha256
            ? new ModelGraph(graph.Role, path, hash, ImmutableArray.Create(content), Shapes(graph.Inputs), Shapes(graph.Outputs))
            : throw new ModelException($"{path}: the file is damaged or was changed: its SHA-256 is {hash}, model.json says {graph.Sha256}. Restore the file, or train the model anew.");
    }

    private static byte[] Content(string path)
    {
        try
        {
            FileInfo file = new(path);
            return !file.Exists ? throw new ModelException($"{path}: no such file, but model.json names it. Restore the file, or train the model anew.")
                : file.Length > LargestFile ? throw new ModelException($"{path}: {file.Length >> 20} MB is more than the {LargestFile >> 20} MB a graph may have.")
                : File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    private static ImmutableArray<TensorShape> Shapes(IEnumerable<TensorDocument> tensors) =>
        [.. tensors.Select(t => new TensorShape(t.Name, [.. t.Sizes]))];
}
