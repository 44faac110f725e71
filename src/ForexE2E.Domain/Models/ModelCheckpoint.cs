using System.Collections.Immutable;

namespace ForexE2E.Domain.Models;

/// <summary>A trained model as it was loaded: graphs, and what its model.json says of it. Immutable; see docs/models.md.</summary>
public sealed record ModelCheckpoint
{
    /// <summary>Its folder's name.</summary>
    public required string Name { get; init; }

    /// <summary>Given by whoever trained it.</summary>
    public required string Version { get; init; }

    public required ModelKind Kind { get; init; }

    /// <summary>Hash over kind, settings, shapes and graphs, hexadecimal: equal hashes compute the same.</summary>
    public required string Sha256 { get; init; }

    /// <summary>End, exclusive, UTC, of all that it was trained, stopped early or tuned on. It may serve windows whose test span begins then or later.</summary>
    public required DateTime TrainedUntil { get; init; }

    /// <summary>What it was trained on, in words.</summary>
    public required string TrainedOn { get; init; }

    /// <summary>Where it came from, for messages: a folder.</summary>
    public required string Origin { get; init; }

    /// <summary>In the order of model.json.</summary>
    public required ImmutableArray<ModelGraph> Graphs { get; init; }

    /// <summary>What the kind needs to know, such as the bars of the context: name to text.</summary>
    public required ImmutableSortedDictionary<string, string> Settings { get; init; }

    /// <summary>For the record of a run.</summary>
    public ModelStamp Stamp => new(Name, Version, Kind, Sha256, TrainedUntil);

    /// <summary>The graph of a role.</summary>
    /// <exception cref="ModelException">There is none.</exception>
    public ModelGraph Graph(string role) => Graphs.FirstOrDefault(g => g.Role == role)
        ?? throw new ModelException($"{Origin}: an {Kind} model needs a graph with the role '{role}', model.json names {string.Join(", ", Graphs.Select(g => g.Role))}. Train it anew, or complete model.json (docs/models.md).");

    /// <summary>A setting's text.</summary>
    /// <exception cref="ModelException">There is none.</exception>
    public string Setting(string name) => Settings.TryGetValue(name, out string? text)
        ? text
        : throw new ModelException($"{Origin}: model.json has no setting '{name}', which an {Kind} model needs. Train it anew, or complete model.json (docs/models.md).");

    public bool Equals(ModelCheckpoint? other) =>
        other is not null && Stamp == other.Stamp && TrainedOn == other.TrainedOn && Origin == other.Origin;

    public override int GetHashCode() => Stamp.GetHashCode();
}
