namespace ForexE2E.Storage.Models;

/// <summary>One input or output of a graph in model.json.</summary>
/// <param name="Sizes">-1 where the caller chooses.</param>
internal sealed record TensorDocument(string Name, IReadOnlyList<int> Sizes);
