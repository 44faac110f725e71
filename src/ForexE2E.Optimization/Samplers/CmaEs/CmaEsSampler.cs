using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Optimization.Fronts;
using ForexE2E.Optimization.Samplers.Axes;

namespace ForexE2E.Optimization.Samplers.CmaEs;

/// <summary>
/// Covariance matrix adaptation in its separable form (Hansen and Ostermeier 2001; Ros and Hansen 2008) for ordered axes, with
/// a marginal distribution for each unordered one (after Hamano et al. 2024). For one objective; several are ranked by how
/// many trials dominate each. Begins at the defaults; updates whenever a population's worth of trials has ended, in whatever order.
/// </summary>
public sealed class CmaEsSampler : ISampler
{
    private readonly ParameterSpace _space;
    private readonly AxisSet _axes;
    private readonly SearchDistribution _distribution;
    private readonly List<(ObservedTrial Trial, float[] Units)> _generation = [];
    private readonly int _size;
    private readonly float[] _units;

    public CmaEsSampler(ParameterSpace space, SamplerSettings settings)
    {
        _space = space ?? throw new ArgumentNullException(nameof(space));
        ArgumentNullException.ThrowIfNull(settings);
        _axes = new AxisSet(space);
        _units = new float[_axes.Count];
        _axes.Encode(space.Defaults, _units);
        _size = 4 + (int)(3 * Math.Log(Math.Max(1, _axes.Count)));
        _distribution = new SearchDistribution(_axes, _units, _size);
    }

    public void Observe(ObservedTrial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        float[] units = new float[_axes.Count];
        _axes.Encode(trial.Parameters, units);
        _generation.Add((trial, units));
        if (_generation.Count < _size)
        {
            return;
        }

        _distribution.Learn([.. _generation.OrderBy(g => g.Trial, Comparer<ObservedTrial>.Create(Compare)).Select(g => g.Units)]);
        _generation.Clear();
    }

    public ParameterSet Suggest(int number, ImmutableArray<PendingTrial> pending, ulong seed)
    {
        if (number == 0)
        {
            return _space.Defaults;
        }

        _distribution.Draw(new SplitMix64(seed), _units);
        return _axes.Decode(_units);
    }

    // Feasible before pruned before infeasible before failed; then losses, or how many of the generation dominate.
    private int Compare(ObservedTrial a, ObservedTrial b)
    {
        int order = Class(a).CompareTo(Class(b));
        order = order != 0 ? order : a.Violation.CompareTo(b.Violation);
        if (order != 0 || a.Losses.IsEmpty || b.Losses.IsEmpty)
        {
            return order != 0 ? order : a.Number.CompareTo(b.Number);
        }

        order = a.Losses.Length == 1 ? a.Losses[0].CompareTo(b.Losses[0]) : Dominators(a).CompareTo(Dominators(b));
        return order != 0 ? order : a.Number.CompareTo(b.Number);
    }

    private int Dominators(ObservedTrial trial) => _generation.Count(g =>
        g.Trial.Losses.Length == trial.Losses.Length && Dominance.Dominates(g.Trial.Losses.AsSpan(), trial.Losses.AsSpan()));

    private static int Class(ObservedTrial t) => t.IsFailed ? 3 : t.Violation > 0 ? 2 : t.IsPruned ? 1 : 0;
}
