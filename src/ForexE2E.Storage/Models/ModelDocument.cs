namespace ForexE2E.Storage.Models;

/// <summary>model.json as it is written; docs/models.md explains each entry.</summary>
/// <param name="Format">Of this document: 1.</param>
/// <param name="TrainedUntil">UTC, exclusive.</param>
internal sealed record ModelDocument(
    int Format,
    string Name,
    string Version,
    string Kind,
    DateTimeOffset TrainedUntil,
    string TrainedOn,
    int Opset,
    IReadOnlyList<GraphDocument> Graphs,
    SortedDictionary<string, string> Settings)
{
    public const int CurrentFormat = 1;

    /// <summary>ONNX operator set the graphs are written in.</summary>
    public const int CurrentOpset = 20;
}
