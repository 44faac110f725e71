using System.Runtime.CompilerServices;
using System.Runtime.Serialization;
using System.Text;
using Akka.Actor;
using ForexE2E.Cluster.Messages;
using ForexE2E.Cluster.Serialization;

namespace ForexE2E.Cluster.Tests.Serialization;

public sealed class ClusterMessageSerializerTests : IDisposable
{
    private readonly ActorSystem _system = ActorSystem.Create("serializer");
    private readonly ClusterMessageSerializer _serializer;

    public ClusterMessageSerializerTests() => _serializer = new ClusterMessageSerializer((ExtendedActorSystem)_system);

    public static TheoryData<string> Names => [.. MessageExamples.All.Select(m => MessageManifests.ManifestOf(m.GetType()))];

    public void Dispose() => _system.Dispose();

    [Fact]
    public void Every_message_has_a_row_and_an_example()
    {
        Type[] messages = [.. typeof(IClusterMessage).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IClusterMessage)))];

        Assert.Equal(Sorted(messages), Sorted(MessageManifests.Rows.Select(r => r.Value)));
        Assert.Equal(Sorted(messages), Sorted(MessageExamples.All.Select(m => m.GetType())));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_bytes_of_a_message_never_change(string manifest)
    {
        string wire = Encoding.UTF8.GetString(_serializer.ToBinary(Example(manifest)));
        string file = Path.Combine(Folder(), $"{manifest}.json");
        if (string.Equals(Environment.GetEnvironmentVariable("FOREXE2E_PIN_MESSAGES"), "1", StringComparison.Ordinal))
        {
            File.WriteAllText(file, wire + "\n");
        }

        Assert.Equal(File.ReadAllText(file).TrimEnd('\n'), wire);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_arrives_as_it_was_sent(string manifest)
    {
        byte[] sent = _serializer.ToBinary(Example(manifest));
        object arrived = _serializer.FromBinary(sent, manifest);

        Assert.IsType(Example(manifest).GetType(), arrived);
        Assert.Equal(Encoding.UTF8.GetString(sent), Encoding.UTF8.GetString(_serializer.ToBinary(arrived)));
    }

    [Fact]
    public void An_unknown_manifest_is_refused() =>
        Assert.Throws<SerializationException>(() => _serializer.FromBinary("{}"u8.ToArray(), "System.Diagnostics.Process"));

    [Fact]
    public void A_type_without_a_row_is_refused() => Assert.Throws<SerializationException>(() => _serializer.Manifest(new Version(1, 2)));

    [Fact]
    public void Bytes_that_are_not_the_message_are_refused() =>
        Assert.Throws<SerializationException>(() => _serializer.FromBinary("{\"runId\":\"nobody\"}"u8.ToArray(), "run-stop"));

    private static IClusterMessage Example(string manifest) =>
        MessageExamples.All.Single(m => string.Equals(MessageManifests.ManifestOf(m.GetType()), manifest, StringComparison.Ordinal));

    private static IEnumerable<string> Sorted(IEnumerable<Type> types) => types.Select(t => t.FullName!).Order(StringComparer.Ordinal);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Pinned");
}
