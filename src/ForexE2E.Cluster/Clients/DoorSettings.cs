using System.Collections.Immutable;
using Akka.Configuration;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Nodes;
using ForexE2E.Cluster.Security;
using ForexE2E.Cluster.Settings;

namespace ForexE2E.Cluster.Clients;

/// <summary>How a client reaches a cluster.</summary>
/// <param name="Contacts">Coordinators; one that answers is enough.</param>
/// <param name="Hostname">Address of this machine towards the cluster.</param>
/// <param name="Tls">The client's certificate; null when the cluster speaks without encryption.</param>
/// <param name="Patience">How long an answer is waited for.</param>
public sealed record DoorSettings(ImmutableArray<NodeEndpoint> Contacts, string Hostname, TlsSettings? Tls, TimeSpan Patience)
{
    /// <param name="hocon">The user's own settings of section forexe2e.node.</param>
    /// <exception cref="ConfigurationException">No contact is named or a value is wrong.</exception>
    public static DoorSettings Create(Config hocon, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(hocon);
        Config node = SettingsSection.Of(hocon.WithFallback(Hocon.Defaults()), "forexe2e.node");
        return new DoorSettings(NodeSettings.Seeds(node), SettingsSection.Text(node, "forexe2e.node", "hostname"), TlsSettings.Create(node), patience);
    }
}
