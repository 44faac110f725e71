using Microsoft.AspNetCore.Builder;

namespace ForexE2E.Host.Telemetry;

/// <summary>Adds /metrics to a web server.</summary>
internal static class MetricsPath
{
    public static IApplicationBuilder UseMetrics(this IApplicationBuilder site, Exports exports) =>
        site.UseOpenTelemetryPrometheusScrapingEndpoint(exports.Metrics, predicate: null, path: "/metrics", configureBranchedPipeline: null, optionsName: null);
}
