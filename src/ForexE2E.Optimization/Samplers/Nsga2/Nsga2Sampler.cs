using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Optimization.Samplers.Axes;
using ForexE2E.Optimization.Samplers.History;

namespace ForexE2E.Optimization.Samplers.Nsga2;

/// <summary>
/// NSGA-II (Deb et al. 2002) without generations: each suggestion breeds from the survivors so far, so that no worker waits.
/// Begins with the defaults and uniform draws until the population is full; never repeats a set it knows.
/// </summary>
public sealed class Nsga2Sampler : ISampler
{
    private const int MostMates = 10;

    private readonly ParameterSpace _space;
    private readonly AxisSet _axes;
    private readonly Population _population;
    private readonly Variation _variation;
    private readonly KnownSets _known = new();
    private readonly int _size;
    private readonly float[] _child;

    /// <param name="size">Survivors kept, 4 or more; specification 7.2: 50.</param>
    public Nsga2Sampler(ParameterSpace space, SamplerSettings settings, int size = 50)
    {
        _space = space ?? throw new ArgumentNullException(nameof(space));
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 4);
        _size = size;
        _axes = new AxisSet(space);
        _population = new Population(size, _axes.Count, settings.Objectives);
        _variation = new Variation(_axes);
        _child = new float[_axes.Count];
    }

    public void Observe(ObservedTrial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        _axes.Encode(trial.Parameters, _child);
        _population.Join(trial, _child);
        _known.Add(trial.Parameters);
    }

    public ParameterSet Suggest(int number, ImmutableArray<PendingTrial> pending, ulong seed)
    {
        if (number == 0 && !_known.Contains(_space.Defaults, pending))
        {
            return _space.Defaults;
        }

        var luck = new SplitMix64(seed);
        if (_known.Count + pending.Length < _size || _population.Count < 2)
        {
            _axes.Draw(luck, _child);
        }
        else
        {
            int mother = Tournament(luck);
            _variation.Breed(_population.Units(mother), _population.Units(Mate(mother, luck)), luck, _child);
        }

        ParameterSet set = _axes.Decode(_child);
        for (int attempt = 0; attempt < 100 && _known.Contains(set, pending) && _child.Length > 0; attempt++)
        {
            _variation.Shake(luck, _child);
            set = _axes.Decode(_child);
        }

        return set;
    }

    // Another than the mother, or the child would be her mutated.
    private int Mate(int mother, SplitMix64 luck)
    {
        int mate = Tournament(luck);
        for (int attempt = 0; attempt < MostMates && mate == mother; attempt++)
        {
            mate = Tournament(luck);
        }

        return mate;
    }

    private int Tournament(SplitMix64 luck)
    {
        int a = luck.NextInt(_population.Count);
        int b = luck.NextInt(_population.Count);
        return _population.IsBetter(b, a) ? b : a;
    }
}
