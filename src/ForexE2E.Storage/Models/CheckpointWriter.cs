using System.Collections.Immutable;
using System.Text.Json;
using ForexE2E.Domain.Models;

namespace ForexE2E.Storage.Models;

/// <summary>Writes a checkpoint as a folder that <see cref="ModelFiles"/> reads again.</summary>
public static class CheckpointWriter
{
    /// <summary>Writes the graphs as ROLE.onnx, then model.json, so that an interrupted write leaves no half model behind.</summary>
    /// <param name="checkpoint">Its hashes and origin are computed anew and need not be set.</param>
    /// <returns>The checkpoint as it was read back.</returns>
    /// <exception cref="ModelException">What was written cannot be read.</exception>
    public static ModelCheckpoint Write(ModelCheckpoint checkpoint, string folder)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        try
        {
            Directory.CreateDirectory(folder);
            File.Delete(Path.Combine(folder, CheckpointReader.FileName));
            foreach (ModelGraph graph in checkpoint.Graphs)
            {
                File.WriteAllBytes(Path.Combine(folder, FileOf(graph)), graph.Content.AsSpan());
            }

            File.WriteAllBytes(
                Path.Combine(folder, CheckpointReader.FileName), [.. JsonSerializer.SerializeToUtf8Bytes(DocumentOf(checkpoint), ModelJson.Default.ModelDocument), (byte)'\n']);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{folder}: the model cannot be written: {e.Message} Name a folder you may write to.", e);
        }

        return CheckpointReader.Read(folder);
    }

    private static ModelDocument DocumentOf(ModelCheckpoint c) => new(
        ModelDocument.CurrentFormat,
        c.Name,
        c.Version,
        c.Kind.ToString().ToLowerInvariant(),
        new DateTimeOffset(c.TrainedUntil, TimeSpan.Zero),
        c.TrainedOn,
        ModelDocument.CurrentOpset,
        [.. c.Graphs.Select(g => new GraphDocument(g.Role, FileOf(g), ModelHash.Of(g.Content.AsSpan()), Tensors(g.Inputs), Tensors(g.Outputs)))],
        new SortedDictionary<string, string>(c.Settings, StringComparer.Ordinal));

    private static string FileOf(ModelGraph graph) => graph.Role + ".onnx";

    private static List<TensorDocument> Tensors(ImmutableArray<TensorShape> shapes) => [.. shapes.Select(s => new TensorDocument(s.Name, s.Sizes))];
}
