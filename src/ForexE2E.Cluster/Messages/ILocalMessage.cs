using Akka.Actor;

namespace ForexE2E.Cluster.Messages;

/// <summary>A message between actors of one node: it never travels, has no manifest, and may carry references.</summary>
public interface ILocalMessage : INoSerializationVerificationNeeded;
