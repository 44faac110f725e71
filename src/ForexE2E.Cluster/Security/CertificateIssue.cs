using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ForexE2E.Cluster.Security;

/// <summary>Makes what mutual TLS needs: a private authority and certificates it signs, ECDSA on P-256, as PEM texts.</summary>
public static class CertificateIssue
{
    private const int AuthorityYears = 10;

    /// <summary>A new authority.</summary>
    /// <param name="name">Its name in certificates.</param>
    public static KeyPairPem Authority(string name, DateTimeOffset now)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name} authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(AuthorityYears));
        return new KeyPairPem(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>A node's certificate, valid for both ends of a connection.</summary>
    /// <param name="names">Names and addresses of the node; the first is its common name.</param>
    /// <param name="clusterName">The name all certificates of the cluster bear.</param>
    /// <param name="days">How long it is valid from now, not beyond the authority's end.</param>
    /// <exception cref="ArgumentException">No name, or a name that is none.</exception>
    /// <exception cref="CryptographicException">The authority's texts are no certificate with its key.</exception>
    public static KeyPairPem Node(KeyPairPem authority, ImmutableArray<string> names, string clusterName, int days, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(authority);
        using X509Certificate2 issuer = X509Certificate2.CreateFromPem(authority.Certificate, authority.Key);
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")], critical: false));
        request.CertificateExtensions.Add(AlternativeNames([.. names, clusterName]));
        DateTimeOffset end = now.AddDays(days);
        DateTimeOffset start = now.AddMinutes(-5);
        DateTimeOffset last = new(issuer.NotAfter.ToUniversalTime());
        using X509Certificate2 certificate = request.Create(issuer, start < end ? start : end.AddDays(-1), end < last ? end : last, RandomNumberGenerator.GetBytes(16));
        return new KeyPairPem(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    private static X509Extension AlternativeNames(ImmutableArray<string> names)
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (string name in names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (IPAddress.TryParse(name, out IPAddress? address))
            {
                builder.AddIpAddress(address);
            }
            else
            {
                builder.AddDnsName(name);
            }
        }

        return builder.Build();
    }
}
