using ForexE2E.Domain.Models;

namespace ForexE2E.Host.Json;

/// <summary>One learned model.</summary>
/// <param name="TrainedUntil">UTC, exclusive.</param>
/// <param name="Bytes">Of its graphs.</param>
internal sealed record ModelDocument(
    string Name, string Version, string Kind, string Folder, string Sha256, DateTime TrainedUntil, string TrainedOn, IReadOnlyList<string> Graphs, int Bytes)
{
    public static ModelDocument Of(ModelCheckpoint c) => new(
        c.Name,
        c.Version,
        c.Kind.ToString().ToLowerInvariant(),
        c.Origin,
        c.Sha256,
        c.TrainedUntil,
        c.TrainedOn,
        [.. c.Graphs.Select(g => $"{g.Role}: {string.Join(", ", g.Inputs)} -> {string.Join(", ", g.Outputs)}")],
        c.Graphs.Sum(g => g.Content.Length));
}
