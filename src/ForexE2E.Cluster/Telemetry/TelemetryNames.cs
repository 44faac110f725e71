namespace ForexE2E.Cluster.Telemetry;

/// <summary>By what names a listener finds what the cluster says about itself; docs/observability.md lists every metric and span.</summary>
public static class TelemetryNames
{
    /// <summary>The meter of a node's metrics.</summary>
    public const string Meter = "ForexE2E.Cluster";

    /// <summary>The source of its spans.</summary>
    public const string Spans = "ForexE2E.Cluster";
}
