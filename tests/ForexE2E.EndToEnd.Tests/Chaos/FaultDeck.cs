using ForexE2E.Domain.Randomness;

namespace ForexE2E.EndToEnd.Tests.Chaos;

/// <summary>Draws faults by a seed: every kind once in each round, in an order of its own.</summary>
/// <param name="cuts">Whether the network can be cut.</param>
internal sealed class FaultDeck(ulong seed, bool cuts)
{
    private readonly Queue<FaultKind> _round = new();
    private readonly SplitMix64 _luck = new(seed);

    public FaultKind Next()
    {
        if (_round.Count == 0)
        {
            FaultKind[] kinds = [.. Enum.GetValues<FaultKind>().Where(k => cuts || k != FaultKind.Partition)];
            for (int i = kinds.Length - 1; i > 0; i--)
            {
                int j = Below(i + 1);
                (kinds[i], kinds[j]) = (kinds[j], kinds[i]);
            }

            Array.ForEach(kinds, _round.Enqueue);
        }

        return _round.Dequeue();
    }

    /// <summary>A whole number from 0 to below the limit.</summary>
    public int Below(int limit) => (int)(_luck.NextUInt64() % (ulong)limit);
}
