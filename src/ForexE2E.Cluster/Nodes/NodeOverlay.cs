using System.Collections.Immutable;
using Akka.Configuration;

namespace ForexE2E.Cluster.Nodes;

/// <summary>Turns what a command line or the environment says about a node into configuration.</summary>
public static class NodeOverlay
{
    /// <summary>Environment variable of each setting that has one.</summary>
    public static ImmutableSortedDictionary<string, string> Variables { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["FOREXE2E_HOSTNAME"] = "hostname",
        ["FOREXE2E_BIND_HOSTNAME"] = "bind-hostname",
        ["FOREXE2E_PORT"] = "port",
        ["FOREXE2E_SEED_NODES"] = "seed-nodes",
        ["FOREXE2E_COORDINATORS"] = "coordinators",
        ["FOREXE2E_SLOTS"] = "slots",
        ["FOREXE2E_TLS_CERTIFICATE"] = "tls.certificate",
        ["FOREXE2E_TLS_KEY"] = "tls.key",
        ["FOREXE2E_TLS_AUTHORITY"] = "tls.authority",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Settings of section forexe2e.node by key; null values are passed over. Several seed nodes are parted by commas.</summary>
    public static Config Of(IEnumerable<KeyValuePair<string, string?>> settings) => ConfigurationFactory.ParseString(
        string.Join('\n', settings.Where(s => !string.IsNullOrEmpty(s.Value)).Select(s => $"forexe2e.node.{s.Key} = {ValueOf(s.Key, s.Value!)}")));

    /// <summary>What the environment says.</summary>
    /// <param name="read">Gives the value of a variable, or null.</param>
    public static Config OfEnvironment(Func<string, string?> read) => Of(Variables.Select(v => KeyValuePair.Create(v.Value, read(v.Key))));

    private static string ValueOf(string key, string value) => key == "seed-nodes"
        ? $"[{string.Join(", ", value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Quoted))}]"
        : Quoted(value);

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
