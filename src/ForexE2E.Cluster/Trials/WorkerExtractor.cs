using System.Globalization;
using Akka.Cluster.Sharding;
using ForexE2E.Cluster.Messages;

namespace ForexE2E.Cluster.Trials;

/// <summary>Every worker is its own shard, so that sharding spreads them evenly over the nodes.</summary>
internal sealed class WorkerExtractor : IMessageExtractor
{
    public string? EntityId(object message) => message is IWithWorker m ? m.Worker.ToString(CultureInfo.InvariantCulture) : null;

    public object? EntityMessage(object message) => message;

    public string? ShardId(object message) => EntityId(message);

    public string ShardId(string entityId, object? messageHint = null) => entityId;
}
