using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Domain.Trials;

/// <summary>
/// Which parameter set governs an entry: the set of the regime in force at the signal bar, and that set rules the trade until
/// its exit. A regime without a set takes no entry. Immutable; equal when every regime has an equal set.
/// </summary>
public sealed class ParameterPlan : IEquatable<ParameterPlan>
{
    private readonly ImmutableArray<ParameterSet?> _sets;

    private ParameterPlan(ImmutableArray<ParameterSet?> sets) => _sets = sets;

    /// <summary>The one set that serves all regimes; null when entries are restricted or sets differ.</summary>
    public ParameterSet? Everywhere => _sets[0] is { } first && _sets.All(first.Equals) ? first : null;

    /// <summary>The different sets, in the order of the regimes they serve first.</summary>
    public ImmutableArray<ParameterSet> Sets => [.. _sets.OfType<ParameterSet>().Distinct()];

    /// <summary>One set for all regimes.</summary>
    public static ParameterPlan FromParameterSet(ParameterSet parameters) => Only(Regime.Global, parameters);

    /// <summary>One set, with entries only while this regime is in force; <see cref="Regime.Global"/> is no restriction.</summary>
    public static ParameterPlan Only(Regime regime, ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return new ParameterPlan([.. RegimeNames.States.Select(s => regime == Regime.Global || s == regime ? parameters : null)]);
    }

    /// <summary>A set for each regime, switched by the regime in force.</summary>
    /// <exception cref="ArgumentException">A regime is missing, named twice, or no state of a market.</exception>
    public static ParameterPlan Switching(IReadOnlyCollection<RegimeSet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        return sets.Count == RegimeNames.States.Length && RegimeNames.States.All(s => sets.Any(p => p.Regime == s))
            ? new ParameterPlan([.. RegimeNames.States.Select(s => sets.First(p => p.Regime == s).Parameters)])
            : throw new ArgumentException(
                $"Switching needs one set for each of {string.Join(", ", RegimeNames.States.Select(s => s.ToName()))}, had {string.Join(", ", sets.Select(p => p.Regime.ToName()))}.", nameof(sets));
    }

    /// <summary>One set for all regimes.</summary>
    public static implicit operator ParameterPlan(ParameterSet parameters) => FromParameterSet(parameters);

    /// <summary>The set that governs entries in a state of the market; null where nothing is entered.</summary>
    public ParameterSet? For(Regime state) => state == Regime.Global ? null : _sets[(int)state - 1];

    /// <summary>The part of the plan that one of its sets serves.</summary>
    public ParameterPlan ServedBy(ParameterSet parameters) => new([.. _sets.Select(s => s is not null && s.Equals(parameters) ? s : null)]);

    public bool Equals(ParameterPlan? other) => other is not null && _sets.SequenceEqual(other._sets);

    public override bool Equals(object? obj) => Equals(obj as ParameterPlan);

    public override int GetHashCode() => _sets.Aggregate(0, HashCode.Combine);
}
