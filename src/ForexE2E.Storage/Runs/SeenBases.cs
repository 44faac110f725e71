using System.Collections.Concurrent;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Runs.Json;

namespace ForexE2E.Storage.Runs;

/// <summary>
/// The last trial this store added to each run and regime. It is forgotten with the process: then the next trial's text
/// stands alone, and the following on it.
/// </summary>
internal sealed class SeenBases
{
    private readonly ConcurrentDictionary<(RunId, Regime), SeenBasis> _last = new();

    public SeenBasis? Find(RunId run, Regime regime) => _last.TryGetValue((run, regime), out SeenBasis basis) ? basis : null;

    /// <summary>Notes trials whose rows are committed; not before, for a row that was rolled back is no basis.</summary>
    public void Note(RunId run, IEnumerable<Trial> trials)
    {
        foreach (Trial trial in trials)
        {
            _last[(run, trial.Regime)] = new SeenBasis(trial.Number.Value, trial.Seen);
        }
    }

    public void Forget(RunId run)
    {
        foreach ((RunId, Regime) key in _last.Keys.Where(k => k.Item1 == run))
        {
            _last.TryRemove(key, out _);
        }
    }
}
