using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Optimization.Samplers.History;

/// <summary>The sets already tried: a backtest repeated tells nothing new.</summary>
internal sealed class KnownSets
{
    private readonly HashSet<ParameterSet> _sets = [];

    public int Count => _sets.Count;

    public void Add(ParameterSet set) => _sets.Add(set);

    /// <summary>Whether a set was tried or is under way.</summary>
    public bool Contains(ParameterSet set, ImmutableArray<PendingTrial> pending)
    {
        if (_sets.Contains(set))
        {
            return true;
        }

        foreach (PendingTrial trial in pending)
        {
            if (trial.Parameters.Equals(set))
            {
                return true;
            }
        }

        return false;
    }
}
