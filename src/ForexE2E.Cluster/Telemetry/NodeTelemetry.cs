using System.Diagnostics.Metrics;
using Akka.Actor;

namespace ForexE2E.Cluster.Telemetry;

/// <summary>What one node tells about itself: metrics and spans. Costs next to nothing while nobody listens.</summary>
public sealed class NodeTelemetry : IExtension
{
    internal NodeTelemetry(ExtendedActorSystem system)
    {
        // The scope tells apart several nodes in one process, as tests have them.
        var meter = new Meter(TelemetryNames.Meter, version: null, tags: null, scope: system);
        Counts = new NodeCounts(meter);
        Runs = new RunSpans();
        Load = new NodeLoad();
        NodeGauges.Add(meter, system, Load, Runs);
        _ = system.WhenTerminated.ContinueWith(_ => meter.Dispose(), TaskScheduler.Default);
    }

    /// <summary>What has happened here.</summary>
    internal NodeCounts Counts { get; }

    /// <summary>How busy the node is.</summary>
    internal NodeLoad Load { get; }

    /// <summary>The runs conducted here, each with its span.</summary>
    internal RunSpans Runs { get; }

    /// <summary>That of a node.</summary>
    public static NodeTelemetry Of(ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return system.WithExtension<NodeTelemetry, Provider>();
    }

    private sealed class Provider : ExtensionIdProvider<NodeTelemetry>
    {
        public override NodeTelemetry CreateExtension(ExtendedActorSystem system) => new(system);
    }
}
