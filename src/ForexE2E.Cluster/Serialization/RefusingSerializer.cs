using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;

namespace ForexE2E.Cluster.Serialization;

/// <summary>
/// Stands in the place of Akka's default serializer, which would create whatever type the sender names. Here nothing travels
/// without a row in a fixed table: neither out, which is a mistake of ours, nor in, which is a stranger's.
/// </summary>
public sealed class RefusingSerializer : Akka.Serialization.Serializer
{
    /// <param name="settings">Those of the serializer it replaces; Akka hands them over, and none is used.</param>
    public RefusingSerializer(ExtendedActorSystem system, Config settings)
        : base(system) => _ = settings;

    /// <summary>That of the serializer it replaces, so that its messages come here.</summary>
    public override int Identifier => 1;

    public override bool IncludeManifest => false;

    /// <exception cref="SerializationException">Always.</exception>
    public override byte[] ToBinary(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        throw new SerializationException($"{obj.GetType()} must not travel: make it an IClusterMessage with a manifest, or a local message.");
    }

    /// <exception cref="SerializationException">Always.</exception>
    public override object FromBinary(byte[] bytes, Type type) =>
        throw new SerializationException("A message in a format that would choose its own type was refused: it comes from a stranger.");
}
