using System.CommandLine;
using Akka.Configuration;
using ForexE2E.Cluster.Nodes;
using ForexE2E.Host.Failures;

namespace ForexE2E.Host.Options;

/// <summary>What a node is told on the command line.</summary>
internal sealed class NodeOptions : OptionGroup
{
    private readonly Option<string> _role;
    private readonly Option<string?> _port;
    private readonly Option<string?> _bind;
    private readonly Option<string?> _coordinators;
    private readonly Option<string?> _slots;
    private readonly Option<int> _healthPort;
    private readonly Option<string> _healthHost;
    private readonly Option<Uri?> _collector;
    private readonly Option<LogFormat> _logFormat;

    public NodeOptions()
        : base("Node")
    {
        _role = Add("--role", "ROLE", "coordinator (runs, queue, database) or worker (computes); required", Role, "");
        _port = Add<string?>("--port", "N", "Port for the other nodes [default: 4053]", Whole, null);
        _bind = Add<string?>("--bind-hostname", "ADDRESS", "Address to listen on [default: the hostname]", OptionValue.Text, null);
        _coordinators = Add<string?>("--coordinators", "N", "Coordinators the cluster is meant to have [default: 1]", Whole, null);
        _slots = Add<string?>("--slots", "N", "Trials a worker computes at once [default: the processors]", Whole, null);
        _healthPort = Add("--health-port", "N", "Port of /health/live, /health/ready, /health/started and /metrics; 0: none [default: 0]", OptionValue.Whole, 0);
        _healthHost = Add("--health-hostname", "ADDRESS", "Address they are answered on; * for all [default: 127.0.0.1]", OptionValue.Text, "127.0.0.1");
        _collector = Add<Uri?>("--otlp-endpoint", "URL", "OpenTelemetry collector that gets traces and metrics (or OTEL_EXPORTER_OTLP_ENDPOINT) [default: none]", Collector, null);
        _logFormat = Add("--log-format", "FORMAT", "text, or json: one object a line, with run, trial and node as properties [default: text]", t => OptionValue.OneOf(t, ("text", LogFormat.Text), ("json", LogFormat.Json)), LogFormat.Text);
    }

    /// <summary>The role.</summary>
    /// <exception cref="CommandException">It was not said.</exception>
    public NodeRole RoleOf(ParseResult parsed) => parsed.GetRequiredValue(_role) switch
    {
        "coordinator" => NodeRole.Coordinator,
        "worker" => NodeRole.Worker,
        _ => throw new CommandException(ExitCode.WrongUsage, "Say what the node is for: --role coordinator or --role worker."),
    };

    /// <summary>Where health is answered; null for nowhere.</summary>
    /// <exception cref="CommandException">The port is out of range.</exception>
    public (string Host, int Port)? Health(ParseResult parsed) => parsed.GetValue(_healthPort) switch
    {
        0 => null,
        >= 1 and <= 65_535 and var port => (parsed.GetRequiredValue(_healthHost), port),
        var wrong => throw new CommandException(ExitCode.WrongUsage, FormattableString.Invariant($"--health-port must be 0 to 65535, was {wrong}.")),
    };

    /// <summary>Where traces and metrics are sent; null when the command line does not say.</summary>
    public Uri? CollectorOf(ParseResult parsed) => parsed.GetValue(_collector);

    public LogFormat FormatOfLog(ParseResult parsed) => parsed.GetValue(_logFormat);

    /// <summary>What was said, as configuration.</summary>
    public Config Read(ParseResult parsed) => NodeOverlay.Of(
    [
        new("port", parsed.GetValue(_port)),
        new("bind-hostname", parsed.GetValue(_bind)),
        new("coordinators", parsed.GetValue(_coordinators)),
        new("slots", parsed.GetValue(_slots)),
    ]);

    /// <exception cref="FormatException">No role, or one that is not built.</exception>
    private static string Role(string text) => text.ToLowerInvariant() switch
    {
        "coordinator" or "worker" => text.ToLowerInvariant(),
        "web" => throw new FormatException("the role web is not built yet; must be coordinator or worker"),
        _ => throw new FormatException($"must be coordinator or worker, was '{text}'"),
    };

    /// <exception cref="FormatException">No absolute http address.</exception>
    private static Uri Collector(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"
        ? uri
        : throw new FormatException($"must be an address such as http://localhost:4317, was '{text}'");

    private static string Whole(string text) => FormattableString.Invariant($"{OptionValue.Whole(text)}");
}
