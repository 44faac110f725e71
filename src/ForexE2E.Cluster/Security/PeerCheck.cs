using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ForexE2E.Cluster.Security;

/// <summary>
/// Decides whether a peer belongs to the cluster: its certificate is signed by our own authority and by no other, valid today,
/// meant for both ends of a connection, bears the cluster's name, and, when we called, the name we called.
/// </summary>
internal sealed class PeerCheck(X509Certificate2 authority, string clusterName)
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");
    private static readonly Oid ClientAuthentication = new("1.3.6.1.5.5.7.3.2");

    /// <summary>Why the peer is refused, or null.</summary>
    /// <param name="errors">What the TLS library found; only names are believed, since it does not know our authority.</param>
    public string? Refusal(X509Certificate2? certificate, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "it shows no certificate";
        }

        return ChainRefusal(certificate)
            ?? (!certificate.MatchesHostname(clusterName, allowWildcards: false, allowCommonName: false) ? $"its certificate does not bear the cluster's name '{clusterName}'"
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? "its certificate does not bear the name by which it was called"
            : null);
    }

    private string? ChainRefusal(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        chain.ChainPolicy.ApplicationPolicy.Add(ClientAuthentication);
        return chain.Build(certificate) ? null
            : "its certificate is not valid here: " + string.Join(", ", chain.ChainStatus.Select(s => s.Status.ToString()).Distinct(StringComparer.Ordinal));
    }
}
