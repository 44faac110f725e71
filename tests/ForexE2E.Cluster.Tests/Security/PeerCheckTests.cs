using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ForexE2E.Cluster.Security;

namespace ForexE2E.Cluster.Tests.Security;

public sealed class PeerCheckTests
{
    // Certificates are judged by the clock of the machine: their dates must stand around today.
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly KeyPairPem Authority = CertificateIssue.Authority("forexe2e", Now.AddDays(-30));
    private static readonly PeerCheck Check = new(X509Certificate2.CreateFromPem(Authority.Certificate), "forexe2e");

    [Fact]
    public void A_peer_of_our_authority_is_let_in() => Assert.Null(Refusal(Node(Authority, days: 10)));

    [Fact]
    public void A_peer_without_a_certificate_is_refused()
    {
        Assert.Contains("no certificate", Check.Refusal(null, SslPolicyErrors.RemoteCertificateNotAvailable), StringComparison.Ordinal);
        Assert.Contains("no certificate", Check.Refusal(null, SslPolicyErrors.None), StringComparison.Ordinal);
    }

    [Fact]
    public void A_peer_of_another_authority_of_the_same_name_is_refused() =>
        Assert.Contains("not valid here", Refusal(Node(CertificateIssue.Authority("forexe2e", Now), days: 10)), StringComparison.Ordinal);

    [Fact]
    public void An_expired_certificate_is_refused() =>
        Assert.Contains("NotTimeValid", Refusal(Node(Authority, days: -1)), StringComparison.Ordinal);

    [Fact]
    public void A_certificate_for_another_purpose_lacks_the_name_of_the_cluster() =>
        Assert.Contains("does not bear the cluster's name", Refusal(Node(Authority, days: 10, clusterName: "web")), StringComparison.Ordinal);

    [Fact]
    public void A_peer_that_was_called_by_another_name_is_refused() =>
        Assert.Contains("by which it was called", Check.Refusal(Node(Authority, days: 10), SslPolicyErrors.RemoteCertificateNameMismatch), StringComparison.Ordinal);

    [Fact]
    public void The_authority_itself_is_no_peer() =>
        Assert.NotNull(Refusal(X509Certificate2.CreateFromPem(Authority.Certificate)));

    // The TLS library does not know a private authority and always complains about the chain; that alone says nothing.
    private static string? Refusal(X509Certificate2 certificate) => Check.Refusal(certificate, SslPolicyErrors.RemoteCertificateChainErrors);

    private static X509Certificate2 Node(KeyPairPem authority, int days, string clusterName = "forexe2e") =>
        X509Certificate2.CreateFromPem(CertificateIssue.Node(authority, ["10.0.0.7", "w0"], clusterName, days, Now).Certificate);
}
