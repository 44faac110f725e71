using System.Collections.Immutable;

namespace ForexE2E.Cluster.Health;

/// <summary>Whether a node is well in one respect.</summary>
/// <param name="IsHealthy">Whether all parts are.</param>
/// <param name="Parts">What was looked at, with "ok" or what is wrong.</param>
public sealed record HealthReport(bool IsHealthy, ImmutableSortedDictionary<string, string> Parts)
{
    internal const string Fine = "ok";

    /// <summary>Of a node that has not begun to join.</summary>
    public static HealthReport Starting { get; } = Of(("node", "the node is starting"));

    internal static HealthReport Of(params ReadOnlySpan<(string Name, string? Wrong)> parts)
    {
        var words = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach ((string name, string? wrong) in parts)
        {
            words[name] = wrong ?? Fine;
        }

        return new HealthReport(words.Values.All(w => w == Fine), words.ToImmutable());
    }
}
