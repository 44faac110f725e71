using ForexE2E.Domain.Deployments;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Storage.Deployments;

/// <summary>
/// Remembers what it read for an hour (specification 4.6.3), so that a decision at every bar asks the database once an hour.
/// Also a global set that stands in for a regime is remembered; that nothing is active is not, so that a first deployment is
/// seen at once. When full it forgets what was read longest ago. Safe for concurrent use.
/// </summary>
public sealed class CachedRegimeParameters : IRegimeParameters
{
    /// <summary>How long an answer counts as fresh.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromHours(1);

    /// <summary>Answers kept: all regimes of 51 markets.</summary>
    public const int DefaultCapacity = 256;

    private readonly IRegimeParameters _source;
    private readonly TimeProvider _time;
    private readonly int _capacity;
    private readonly Lock _gate = new();
    private readonly Dictionary<(Market Market, Regime Regime), Answer> _answers = [];
    private long _clearings;

    /// <exception cref="ArgumentOutOfRangeException">The capacity is below 1.</exception>
    public CachedRegimeParameters(IRegimeParameters source, TimeProvider time, int capacity = DefaultCapacity)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        (_source, _time, _capacity) = (source, time, capacity);
    }

    public async Task<ActiveParameters?> FindActive(Market market, Regime regime, CancellationToken cancellation)
    {
        long clearings;
        lock (_gate)
        {
            if (_answers.TryGetValue((market, regime), out Answer? known) && _time.GetElapsedTime(known.ReadAt) < Freshness)
            {
                return known.Parameters;
            }

            clearings = _clearings;
        }

        long readAt = _time.GetTimestamp();
        ActiveParameters? found = await _source.FindActive(market, regime, cancellation);
        lock (_gate)
        {
            // What was read before a clearing may be what the clearing was about.
            if (clearings == _clearings)
            {
                Keep((market, regime), found, readAt);
            }
        }

        return found;
    }

    /// <summary>Forgets everything: the next question goes to the database. To be called when something was deployed.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _clearings++;
            _answers.Clear();
        }
    }

    private void Keep((Market Market, Regime Regime) key, ActiveParameters? found, long readAt)
    {
        _answers.Remove(key);
        if (found is null)
        {
            return;
        }

        if (_answers.Count >= _capacity)
        {
            _answers.Remove(_answers.MinBy(a => a.Value.ReadAt).Key);
        }

        _answers.Add(key, new Answer(found, readAt));
    }

    private sealed record Answer(ActiveParameters Parameters, long ReadAt);
}
