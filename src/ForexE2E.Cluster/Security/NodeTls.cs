using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Akka.Configuration;
using Akka.Event;
using Akka.Remote.Hosting;

namespace ForexE2E.Cluster.Security;

/// <summary>How a node, or a client of the cluster, listens and speaks: with mutual TLS, or in the clear where no certificate is set.</summary>
internal static class NodeTls
{
    /// <param name="bind">Address to listen on.</param>
    /// <param name="hostname">Name or address by which others reach it.</param>
    /// <exception cref="ConfigurationException">A certificate file cannot be used.</exception>
    public static RemoteOptions Options(string bind, string hostname, int port, TlsSettings? tls)
    {
        var options = new RemoteOptions { HostName = bind, PublicHostName = hostname, Port = port };
        if (tls is null)
        {
            return options;
        }

        var check = new PeerCheck(Read(tls.Authority, text => X509Certificate2.CreateFromPem(text)), tls.ClusterName);
        options.EnableSsl = true;
        options.Ssl = new SslOptions
        {
            X509Certificate = Own(tls),
            RequireMutualAuthentication = true,
            ValidateCertificateHostname = true,
            CustomValidator = (certificate, _, peer, errors, log) => Judge(check, certificate, peer, errors, log),
        };
        return options;
    }

    private static bool Judge(PeerCheck check, X509Certificate2? certificate, string peer, SslPolicyErrors errors, ILoggingAdapter log)
    {
        string? refusal = check.Refusal(certificate, errors);
        if (refusal is not null)
        {
            log.Warning("Peer {0} was refused: {1}.", peer, refusal);
        }

        return refusal is null;
    }

    // Through PKCS#12, because Windows cannot use a key that was only read from PEM.
    private static X509Certificate2 Own(TlsSettings tls)
    {
        string key = Read(tls.Key, text => text);
        using X509Certificate2 certificate = Read(tls.Certificate, text => X509Certificate2.CreateFromPem(text, key));
        if (certificate.NotAfter.ToUniversalTime() < TimeProvider.System.GetUtcNow().UtcDateTime)
        {
            throw new ConfigurationException(FormattableString.Invariant(
                $"Certificate {tls.Certificate} expired on {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}; make a new one with 'forexe2e certificates create'."));
        }

        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }

    private static T Read<T>(string file, Func<string, T> parse)
    {
        try
        {
            return parse(File.ReadAllText(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new ConfigurationException($"Certificate file {file} cannot be used: {e.Message} 'forexe2e certificates create' makes such files.", e);
        }
    }
}
