using System.Collections.Frozen;
using System.Runtime.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ForexE2E.Cluster.Serialization;

/// <summary>The table of the wire: a short name for each message. A name, once released, is never changed or used again.</summary>
public static class MessageManifests
{
    private static readonly FrozenDictionary<string, JsonTypeInfo> Types = new Dictionary<string, JsonTypeInfo>(StringComparer.Ordinal)
    {
        ["run-submit"] = MessageJson.Default.SubmitRun,
        ["run-resume"] = MessageJson.Default.ResumeRun,
        ["run-stop"] = MessageJson.Default.StopRun,
        ["run-cancel"] = MessageJson.Default.CancelRun,
        ["run-get"] = MessageJson.Default.GetRun,
        ["run-accepted"] = MessageJson.Default.RunAccepted,
        ["run-rejected"] = MessageJson.Default.RunRejected,
        ["run-stopped"] = MessageJson.Default.RunStopped,
        ["run-status"] = MessageJson.Default.RunStatus,
        ["event-run-started"] = MessageJson.Default.RunStartedEvent,
        ["event-trial-started"] = MessageJson.Default.TrialStartedEvent,
        ["event-window-finished"] = MessageJson.Default.WindowFinishedEvent,
        ["event-trial-finished"] = MessageJson.Default.TrialFinishedEvent,
        ["event-validation-started"] = MessageJson.Default.ValidationStartedEvent,
        ["event-run-finished"] = MessageJson.Default.RunFinishedEvent,
        ["trial-offer"] = MessageJson.Default.OfferTrial,
        ["trial-withdraw-run"] = MessageJson.Default.WithdrawRun,
        ["trial-pull"] = MessageJson.Default.PullTrial,
        ["trial-return"] = MessageJson.Default.ReturnTrial,
        ["trial-wake"] = MessageJson.Default.WakeWorker,
        ["trial-execute"] = MessageJson.Default.ExecuteTrial,
        ["trial-cancel"] = MessageJson.Default.CancelTrial,
        ["trial-stored"] = MessageJson.Default.TrialStored,
        ["trial-started"] = MessageJson.Default.TrialStarted,
        ["trial-alive"] = MessageJson.Default.TrialAlive,
        ["trial-window"] = MessageJson.Default.WindowFinished,
        ["trial-finished"] = MessageJson.Default.TrialFinished,
        ["trial-failed"] = MessageJson.Default.TrialFailed,
        ["trial-handed-back"] = MessageJson.Default.TrialHandedBack,
        ["queue-get"] = MessageJson.Default.GetQueue,
        ["queue-status"] = MessageJson.Default.QueueStatus,
        ["cluster-get"] = MessageJson.Default.GetCluster,
        ["cluster-status"] = MessageJson.Default.ClusterStatus,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> Manifests = Types.ToFrozenDictionary(t => t.Value.Type, t => t.Key);

    /// <summary>All rows.</summary>
    public static IEnumerable<KeyValuePair<string, Type>> Rows => Types.Select(t => new KeyValuePair<string, Type>(t.Key, t.Value.Type));

    /// <exception cref="SerializationException">The type has no row.</exception>
    public static string ManifestOf(Type type) => Manifests.TryGetValue(type, out string? manifest)
        ? manifest
        : throw new SerializationException($"{type} has no manifest: add a row to MessageManifests, or mark it as a local message.");

    internal static JsonTypeInfo TypeOf(string manifest) => Types.TryGetValue(manifest, out JsonTypeInfo? type)
        ? type
        : throw new SerializationException($"Unknown message '{manifest}': it comes from another version or from a stranger.");
}
