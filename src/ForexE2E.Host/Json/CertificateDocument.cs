namespace ForexE2E.Host.Json;

/// <summary>The files of one node.</summary>
internal sealed record CertificateDocument(IReadOnlyList<string> Names, string Certificate, string Key);
