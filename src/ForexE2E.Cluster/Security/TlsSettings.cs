using Akka.Configuration;
using ForexE2E.Cluster.Settings;

namespace ForexE2E.Cluster.Security;

/// <summary>The files with which a node proves who it is and checks the others: section forexe2e.node.tls.</summary>
/// <param name="Certificate">PEM file with the node's certificate.</param>
/// <param name="Key">PEM file with its private key.</param>
/// <param name="Authority">PEM file with the certificate of the private authority; whoever it did not sign is refused.</param>
/// <param name="ClusterName">The name every certificate of the cluster bears beside the node's own.</param>
public sealed record TlsSettings(string Certificate, string Key, string Authority, string ClusterName)
{
    private const string Path = "forexe2e.node.tls";

    /// <summary>Null when no file is named: the node then speaks without encryption.</summary>
    /// <exception cref="ConfigurationException">Some files are named and others not.</exception>
    public static TlsSettings? Create(Config node)
    {
        Config section = SettingsSection.Of(node, "tls");
        string[] files = [.. new[] { "certificate", "key", "authority" }.Select(k => section.GetString(k, ""))];
        return files.All(f => f.Length == 0) ? null
            : files.All(f => f.Length > 0) ? new TlsSettings(files[0], files[1], files[2], SettingsSection.Text(section, Path, "cluster-name"))
            : throw new ConfigurationException($"{Path} needs all of certificate, key and authority, or none; 'forexe2e certificates create' makes them.");
    }
}
