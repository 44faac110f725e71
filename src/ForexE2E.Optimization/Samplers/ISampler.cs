using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Optimization.Samplers;

/// <summary>
/// Suggests parameter sets. A sampler's suggestions depend only on the space, its settings, the trials it observed (in that
/// order), the pending trials and the seed: build it anew, show it the same, and it says the same. Not thread-safe.
/// </summary>
public interface ISampler
{
    /// <summary>Takes note of a trial that has ended. Values that are not finite are refused at the gate, see <see cref="ObservedTrial"/>.</summary>
    void Observe(ObservedTrial trial);

    /// <summary>Suggests the parameter set of one trial.</summary>
    /// <param name="number">Number of the trial to be, counted over the run: 0 is the first.</param>
    /// <param name="pending">Sets of the trials under way, by trial number.</param>
    /// <param name="seed">All luck of this suggestion comes from it.</param>
    ParameterSet Suggest(int number, ImmutableArray<PendingTrial> pending, ulong seed);
}
