namespace ForexE2E.Domain.Models;

/// <summary>Port: reads checkpoints and checks that they are whole.</summary>
public interface IModelFiles
{
    /// <summary>All checkpoints of a folder: its subfolders that hold a model.json, or the folder itself.</summary>
    /// <param name="folder">Null: those shipped with the program.</param>
    /// <exception cref="ModelException">The folder or a file is missing, malformed, or not what its model.json says.</exception>
    ModelSet Load(string? folder);
}
