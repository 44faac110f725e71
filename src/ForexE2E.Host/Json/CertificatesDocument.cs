namespace ForexE2E.Host.Json;

/// <summary>What 'certificates create' prints.</summary>
/// <param name="Authority">File of the authority's certificate, which every node needs.</param>
/// <param name="NewAuthority">Whether it was made now.</param>
internal sealed record CertificatesDocument(string Authority, bool NewAuthority, IReadOnlyList<CertificateDocument> Nodes) : Document("certificates");
