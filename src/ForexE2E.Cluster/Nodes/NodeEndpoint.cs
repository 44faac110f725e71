using System.Globalization;

namespace ForexE2E.Cluster.Nodes;

/// <summary>Where a node listens: a name or address, and a port.</summary>
public readonly record struct NodeEndpoint(string Host, int Port)
{
    /// <exception cref="FormatException">Not HOST:PORT with a port of 1 to 65535.</exception>
    public static NodeEndpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        int colon = trimmed.LastIndexOf(':');
        return colon > 0
            && int.TryParse(trimmed.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port)
            && port is >= 1 and <= 65_535
            ? new NodeEndpoint(trimmed[..colon], port)
            : throw new FormatException($"must be HOST:PORT such as 10.0.0.5:4053, was '{text}'");
    }

    public override string ToString() => FormattableString.Invariant($"{Host}:{Port}");
}
