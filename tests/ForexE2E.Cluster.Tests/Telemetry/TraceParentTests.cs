using System.Text;
using Akka.Actor;
using ForexE2E.Cluster.Serialization;
using ForexE2E.Cluster.Tests.Serialization;
using ForexE2E.Cluster.Trials;

namespace ForexE2E.Cluster.Tests.Telemetry;

public sealed class TraceParentTests : IDisposable
{
    private const string Parent = "00-0f8fad5bd9cb469fa16570867728950e-00f067aa0ba902b7-01";

    private readonly ActorSystem _system = ActorSystem.Create("trace-parent");
    private readonly ClusterMessageSerializer _serializer;

    public TraceParentTests() => _serializer = new ClusterMessageSerializer((ExtendedActorSystem)_system);

    public void Dispose() => _system.Dispose();

    [Fact]
    public void An_assignment_carries_what_its_spans_hang_on() => Assert.Equal(Parent, Sent(Work with { TraceParent = Parent }).TraceParent);

    [Fact]
    public void Without_tracing_nothing_is_added_to_the_wire()
    {
        Assert.DoesNotContain("traceParent", Wire(Work), StringComparison.Ordinal);
        Assert.Null(Sent(Work).TraceParent);
    }

    [Fact]
    public void A_node_that_does_not_know_a_field_passes_over_it()
    {
        byte[] newer = Encoding.UTF8.GetBytes(Wire(Work with { TraceParent = Parent }).Replace("traceParent", "ofTomorrow", StringComparison.Ordinal));
        Assert.Null(((TrialProtocol.ExecuteTrial)_serializer.FromBinary(newer, "trial-execute")).Assignment.TraceParent);
    }

    private static Assignment Work => MessageExamples.All.OfType<TrialProtocol.ExecuteTrial>().Single().Assignment;

    private Assignment Sent(Assignment work) =>
        ((TrialProtocol.ExecuteTrial)_serializer.FromBinary(Encoding.UTF8.GetBytes(Wire(work)), "trial-execute")).Assignment;

    private string Wire(Assignment work) => Encoding.UTF8.GetString(_serializer.ToBinary(new TrialProtocol.ExecuteTrial(3, work)));
}
