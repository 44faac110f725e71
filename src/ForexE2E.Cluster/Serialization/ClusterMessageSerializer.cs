using System.Runtime.Serialization;
using System.Text.Json;
using Akka.Actor;
using Akka.Serialization;

namespace ForexE2E.Cluster.Serialization;

/// <summary>The one wire format: JSON made by generated code, and a type chosen by a fixed table, never by the sender.</summary>
public sealed class ClusterMessageSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    /// <summary>Never changed, never given to another serializer.</summary>
    public override int Identifier => 90_210;

    /// <exception cref="SerializationException">The type has no row in the table.</exception>
    public override string Manifest(object o) => MessageManifests.ManifestOf(o.GetType());

    public override byte[] ToBinary(object obj) => JsonSerializer.SerializeToUtf8Bytes(obj, MessageManifests.TypeOf(Manifest(obj)));

    /// <exception cref="SerializationException">The manifest is unknown, or the bytes are not of its type.</exception>
    public override object FromBinary(byte[] bytes, string manifest)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, MessageManifests.TypeOf(manifest))
                ?? throw new SerializationException($"Message '{manifest}' is null.");
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException)
        {
            throw new SerializationException($"Message '{manifest}' cannot be read: {e.Message}", e);
        }
    }
}
