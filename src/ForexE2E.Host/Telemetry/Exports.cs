using ForexE2E.Cluster.Telemetry;
using ForexE2E.Host.Composition;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ForexE2E.Host.Telemetry;

/// <summary>
/// Carries a node's metrics and spans out of the process: metrics to whoever scrapes them, both to an OTLP collector where one is
/// named. Without either nothing listens, and nothing is measured. Must be started before the node, which tells its zeros once.
/// </summary>
internal sealed class Exports : IDisposable
{
    private const string CollectorVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private readonly OpenTelemetrySdk? _sdk;

    private Exports(OpenTelemetrySdk? sdk) => _sdk = sdk;

    /// <summary>What a scraper is given.</summary>
    /// <exception cref="InvalidOperationException">Nobody was expected to scrape.</exception>
    public MeterProvider Metrics => _sdk?.MeterProvider ?? throw new InvalidOperationException("These exports are not scraped.");

    public static Exports Start(ExportSettings settings)
    {
        bool isSent = settings.Collector is not null || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(CollectorVariable));
        if (!isSent && !settings.IsScraped)
        {
            return new Exports(null);
        }

        return new Exports(OpenTelemetrySdk.Create(builder =>
        {
            builder.ConfigureResource(r => Describe(r, settings));
            builder.WithMetrics(metrics => AddMetrics(metrics, settings.IsScraped));
            if (isSent)
            {
                builder.WithTracing(tracing => tracing.AddSource(TelemetryNames.Spans).SetSampler(new AlwaysOnSampler()));
                Send(builder, settings.Collector);
            }
        }));
    }

    /// <summary>Sends what waits, for a few seconds at most, and ends.</summary>
    public void Dispose() => _sdk?.Dispose();

    private static void AddMetrics(MeterProviderBuilder metrics, bool isScraped)
    {
        metrics.AddMeter(TelemetryNames.Meter).AddMeter(DatabaseGauge.Meter).AddRuntimeInstrumentation();
        if (isScraped)
        {
            // One node has one scope and one set of labels: repeating them on every line would only make the answer longer.
            metrics.AddPrometheusExporter(options => options.ScopeInfoEnabled = false);
        }
    }

    private static void Send(IOpenTelemetryBuilder builder, Uri? collector)
    {
        if (collector is null)
        {
            builder.UseOtlpExporter();
            return;
        }

        bool isHttp = Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL") == "http/protobuf";
        builder.UseOtlpExporter(isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc, collector);
    }

    private static void Describe(ResourceBuilder resource, ExportSettings settings) => resource
        .Clear()
        .AddService("forexe2e", serviceVersion: ProgramVersion.Text, autoGenerateServiceInstanceId: false, serviceInstanceId: settings.Node)
        .AddAttributes([new("forexe2e.role", settings.Role)]);
}
