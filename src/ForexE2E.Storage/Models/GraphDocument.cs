namespace ForexE2E.Storage.Models;

/// <summary>One ONNX file in model.json.</summary>
/// <param name="File">Name of a file beside model.json.</param>
internal sealed record GraphDocument(string Role, string File, string Sha256, IReadOnlyList<TensorDocument> Inputs, IReadOnlyList<TensorDocument> Outputs);
