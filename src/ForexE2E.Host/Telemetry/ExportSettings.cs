namespace ForexE2E.Host.Telemetry;

/// <summary>Who tells, and to whom.</summary>
/// <param name="Role">coordinator or worker.</param>
/// <param name="Node">Host and port of the node.</param>
/// <param name="Collector">Where traces and metrics are sent by OTLP; null: nowhere, unless the environment names a place.</param>
/// <param name="IsScraped">Whether somebody may come and fetch metrics.</param>
internal sealed record ExportSettings(string Role, string Node, Uri? Collector, bool IsScraped);
