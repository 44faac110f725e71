using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Selection;

namespace ForexE2E.Optimization.WarmStart;

/// <summary>
/// Lets a sampler begin where earlier runs ended: after the defaults it suggests their best sets, to be judged anew, and, when the
/// earlier results are comparable (same data, span, costs and objectives), the sampler knows them all from the first suggestion
/// on. What only an earlier run measured is never a result of this one.
/// </summary>
public sealed class WarmStartSampler : ISampler
{
    /// <summary>Sets of earlier runs that are tried anew unless another number is asked for.</summary>
    public const int DefaultRetries = 5;

    private readonly ISampler _sampler;
    private readonly ParameterSpace _space;
    private readonly ImmutableArray<ParameterSet> _first;

    /// <param name="sampler">A sampler that has seen nothing yet.</param>
    /// <param name="earlier">Trials of earlier runs, of this space or another, in the order they ended.</param>
    /// <param name="objectives">Number of objectives of this run.</param>
    /// <param name="areComparable">Whether their losses mean what losses of this run mean; otherwise only their best sets are taken.</param>
    /// <param name="retries">Most sets tried anew, 0 or more.</param>
    /// <exception cref="ArgumentException">Comparable trials have another number of losses than this run has objectives.</exception>
    public WarmStartSampler(ISampler sampler, ParameterSpace space, IEnumerable<ObservedTrial> earlier, int objectives, bool areComparable, int retries = DefaultRetries)
    {
        _sampler = sampler ?? throw new ArgumentNullException(nameof(sampler));
        _space = space ?? throw new ArgumentNullException(nameof(space));
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentOutOfRangeException.ThrowIfNegative(retries);
        ImmutableArray<ObservedTrial> trials = [.. earlier];
        _first = [space.Defaults, .. Best(trials, retries).Where(s => !s.Equals(space.Defaults))];
        if (areComparable)
        {
            Tell(trials, objectives);
        }
    }

    /// <summary>How many suggestions come before the sampler's own: the defaults and the sets tried anew.</summary>
    public int FirstSuggestions => _first.Length;

    public void Observe(ObservedTrial trial) => _sampler.Observe(trial);

    public ParameterSet Suggest(int number, ImmutableArray<PendingTrial> pending, ulong seed) =>
        number >= 0 && number < _first.Length ? _first[number] : _sampler.Suggest(number, pending, seed);

    // The best losses of one objective, or the front, beginning with those that stand well in all objectives; each set once.
    private IEnumerable<ParameterSet> Best(ImmutableArray<ObservedTrial> trials, int retries)
    {
        IEnumerable<ObservedTrial> feasible = trials.Where(t => t.IsFeasible);
        IEnumerable<ObservedTrial> best = trials.All(t => t.Losses.Length <= 1)
            ? feasible.OrderBy(t => t.Losses[0])
            : feasible.GroupBy(t => t.Losses.Length).OrderBy(g => g.Key).SelectMany(g => Balanced([.. ParetoFront.Of(g).Members]));
        return best.Select(t => ParameterTransfer.Into(_space, t.Parameters)).Distinct().Take(retries);
    }

    // By the sum of the places over the objectives, which no rescaling changes.
    private static IEnumerable<ObservedTrial> Balanced(ImmutableArray<ObservedTrial> front) =>
        front.OrderBy(t => Enumerable.Range(0, t.Losses.Length).Sum(j => front.Count(o => o.Losses[j] < t.Losses[j])));

    // Numbers below zero: none of them is a trial of this run.
    private void Tell(ImmutableArray<ObservedTrial> trials, int objectives)
    {
        for (int i = 0; i < trials.Length; i++)
        {
            ObservedTrial trial = trials[i];
            if (trial.Losses.Length != objectives && !trial.Losses.IsEmpty)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Earlier trial {trial.Number} has {trial.Losses.Length} loss(es), this run has {objectives} objective(s): such trials are not comparable."), nameof(trials));
            }

            _sampler.Observe(trial.As(-1 - i, ParameterTransfer.Into(_space, trial.Parameters)));
        }
    }
}
