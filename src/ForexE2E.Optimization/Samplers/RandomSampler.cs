using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Optimization.Samplers.Axes;

namespace ForexE2E.Optimization.Samplers;

/// <summary>Independent uniform draws after the defaults: the baseline every other sampler must beat.</summary>
public sealed class RandomSampler(ParameterSpace space) : ISampler
{
    private readonly AxisSet _axes = new(space ?? throw new ArgumentNullException(nameof(space)));

    public void Observe(ObservedTrial trial) => ArgumentNullException.ThrowIfNull(trial);

    public ParameterSet Suggest(int number, ImmutableArray<PendingTrial> pending, ulong seed)
    {
        if (number == 0)
        {
            return space.Defaults;
        }

        Span<float> units = stackalloc float[_axes.Count];
        _axes.Draw(new SplitMix64(seed), units);
        return _axes.Decode(units);
    }
}
