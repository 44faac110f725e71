namespace ForexE2E.Cluster.Addresses;

/// <summary>Key under which the actor registry knows the cluster's one trial queue.</summary>
public sealed class TrialQueueKey
{
    private TrialQueueKey()
    {
    }
}
