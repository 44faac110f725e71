namespace ForexE2E.Cluster.Security;

/// <summary>A certificate and its private key as PEM texts; never printed.</summary>
public sealed record KeyPairPem(string Certificate, string Key)
{
    public override string ToString() => "a certificate and its key";
}
