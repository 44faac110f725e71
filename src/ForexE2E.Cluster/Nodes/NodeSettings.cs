using System.Collections.Immutable;
using Akka.Configuration;
using ForexE2E.Cluster.Security;
using ForexE2E.Cluster.Settings;

namespace ForexE2E.Cluster.Nodes;

/// <summary>Who a node is and whom it joins: section forexe2e.node.</summary>
/// <param name="Hostname">The name or address by which other nodes reach it.</param>
/// <param name="BindHostname">The address it listens on.</param>
/// <param name="Port">Where it listens, 1 to 65535.</param>
/// <param name="SeedNodes">Whom it joins, in the same order on every node.</param>
/// <param name="Coordinators">Coordinators the cluster is meant to have.</param>
/// <param name="Slots">Backtests computed at once.</param>
/// <param name="UpWithin">A node that is not a member by then ends itself.</param>
/// <param name="LongestPause">A node whose process stood still, or whose clock jumped, for longer ends itself.</param>
/// <param name="DrainWithin">How long a leaving node waits for its windows to be handed back.</param>
/// <param name="Tls">Null: no encryption.</param>
public sealed record NodeSettings(
    string Hostname,
    string BindHostname,
    int Port,
    ImmutableArray<NodeEndpoint> SeedNodes,
    int Coordinators,
    int Slots,
    TimeSpan UpWithin,
    TimeSpan LongestPause,
    TimeSpan DrainWithin,
    TlsSettings? Tls)
{
    private const string Path = "forexe2e.node";

    /// <exception cref="ConfigurationException">The section is missing or a value is out of range.</exception>
    public static NodeSettings Create(Config config)
    {
        Config section = SettingsSection.Of(config, Path);
        string hostname = SettingsSection.Text(section, Path, "hostname");
        string bind = section.GetString("bind-hostname", "");
        int slots = SettingsSection.Int(section, Path, "slots", 0, 1024);
        return new NodeSettings(
            hostname,
            bind.Length == 0 ? hostname : bind,
            SettingsSection.Int(section, Path, "port", 1, 65_535),
            Seeds(section),
            SettingsSection.Int(section, Path, "coordinators", 1, 99),
            slots == 0 ? Environment.ProcessorCount : slots,
            SettingsSection.Span(section, Path, "up-within"),
            SettingsSection.Span(section, Path, "longest-pause"),
            SettingsSection.Span(section, Path, "drain-within"),
            TlsSettings.Create(section));
    }

    /// <summary>Whom to speak to first; also what a client of the cluster needs.</summary>
    /// <exception cref="ConfigurationException">None is named, or one is not HOST:PORT.</exception>
    public static ImmutableArray<NodeEndpoint> Seeds(Config section)
    {
        try
        {
            ImmutableArray<NodeEndpoint> seeds = [.. section.GetStringList("seed-nodes", []).Select(NodeEndpoint.Parse)];
            return seeds.IsEmpty
                ? throw new ConfigurationException($"{Path}.seed-nodes is empty: name the coordinators, such as --seed-nodes 10.0.0.5:4053,10.0.0.6:4053.")
                : seeds;
        }
        catch (FormatException e)
        {
            throw new ConfigurationException($"{Path}.seed-nodes: {e.Message}", e);
        }
    }
}
