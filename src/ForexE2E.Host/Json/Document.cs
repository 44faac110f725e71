using System.Text.Json.Serialization;

namespace ForexE2E.Host.Json;

/// <summary>A JSON document a command prints with --json; fields are only ever added within a schema version.</summary>
internal abstract record Document
{
    protected Document(string name) => Name = name;

    /// <summary>Which document it is, such as "optimize".</summary>
    [JsonPropertyName("document"), JsonPropertyOrder(-2)]
    public string Name { get; }

    /// <summary>Grows when a field changes its meaning or goes.</summary>
    [JsonPropertyOrder(-1)]
    public int SchemaVersion => 1;
}
