using System.Collections.Immutable;
using ForexE2E.Domain.Models;

namespace ForexE2E.Storage.Models;

/// <summary>Checkpoints from a folder: each is a folder with a model.json and the ONNX files that it names. Keeps nothing.</summary>
/// <param name="shipped">Where the program's own checkpoints lie.</param>
public sealed class ModelFiles(string shipped) : IModelFiles
{
    private const string Remedy = "Train models with 'forexe2e models train', or leave sssd and rl out of --components.";

    /// <summary>With the checkpoints beside the program.</summary>
    public ModelFiles()
        : this(Path.Combine(AppContext.BaseDirectory, "Checkpoints"))
    {
    }

    /// <inheritdoc/>
    public ModelSet Load(string? folder)
    {
        string from = folder ?? shipped;
        if (!Directory.Exists(from))
        {
            // A program without its checkpoints still runs what needs none; what needs them names this folder.
            return folder is null ? new ModelSet(from, [], "") : throw new ModelException($"{from}: no such folder of models. {Remedy}");
        }

        ImmutableArray<ModelCheckpoint> found = [.. FoldersOf(from).Select(CheckpointReader.Read)];
        return found.IsEmpty && folder is not null
            ? throw new ModelException($"{from}: neither it nor a folder in it holds a {CheckpointReader.FileName}. {Remedy}")
            : new ModelSet(from, found, ModelHash.Of(found));
    }

    // By name, so that the order is the same on every machine.
    private static IEnumerable<string> FoldersOf(string folder)
    {
        try
        {
            return Holds(folder) ? [folder] : [.. Directory.GetDirectories(folder).Where(Holds).OrderBy(Path.GetFileName, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{folder}: the folder of models cannot be read: {e.Message}", e);
        }
    }

    private static bool Holds(string folder) => File.Exists(Path.Combine(folder, CheckpointReader.FileName));
}
