using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ForexE2E.Domain.Parameters;

/// <summary>
/// What a run searches: the definitions, the constraints between them, and the parameters it holds fixed. Knows which
/// parameters matter in a set, and repairs any vector into a set that keeps all rules.
/// </summary>
public sealed class ParameterSpace
{
    private readonly ImmutableArray<FixedParameter?> _fixed;
    private readonly ImmutableArray<int> _parents;
    private readonly ImmutableArray<int> _conditional;
    private readonly ImmutableArray<(int Lesser, int Greater)> _ends;

    public ParameterSpace(ParameterList definitions, ImmutableArray<ParameterConstraint> constraints, IEnumerable<FixedParameter> fixedParameters)
    {
        Definitions = definitions ?? throw new ArgumentNullException(nameof(definitions));
        Constraints = constraints;
        FrozenDictionary<string, FixedParameter> byName = fixedParameters.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
        foreach (FixedParameter f in byName.Values)
        {
            ParameterDefinition definition = definitions[definitions.IndexOf(f.Name)];
            if (!definition.Holds(f.Value))
            {
                throw new ParameterException(FormattableString.Invariant($"Parameter {f.Name} must be {definition.Describe()}, was fixed at {f.Value}."));
            }
        }

        _fixed = [.. definitions.Select(d => byName.GetValueOrDefault(d.Name))];
        _parents = [.. definitions.Select(d => d.LiveWhen is null ? -1 : definitions.IndexOf(d.LiveWhen.Parent))];
        _conditional = [.. Enumerable.Range(0, definitions.Count).Where(i => _parents[i] >= 0)];
        _ends = [.. constraints.Select(c => (definitions.IndexOf(c.Lesser), definitions.IndexOf(c.Greater)))];
        Sampled = [.. Enumerable.Range(0, definitions.Count).Where(i => _fixed[i] is null)];
        Defaults = Repair([.. definitions.Select(d => d.Default)]);
    }

    public ParameterList Definitions { get; }

    public ImmutableArray<ParameterConstraint> Constraints { get; }

    /// <summary>Positions of the parameters a sampler varies, ascending.</summary>
    public ImmutableArray<int> Sampled { get; }

    /// <summary>The default of every parameter, fixed ones at their fixed value.</summary>
    public ParameterSet Defaults { get; }

    /// <summary>Parameters the run holds fixed, with the reasons, in the order of the definitions.</summary>
    public IEnumerable<FixedParameter> Fixed => _fixed.OfType<FixedParameter>();

    public bool IsFixed(int index) => _fixed[index] is not null;

    /// <summary>Position of the parent that a parameter depends on; -1 for none.</summary>
    public int ParentOf(int index) => _parents[index];

    /// <summary>Whether a parameter matters, given the values of its parents (and theirs).</summary>
    public bool IsLive(int index, ReadOnlySpan<double> encoded)
    {
        for (int i = index; _parents[i] >= 0; i = _parents[i])
        {
            if (encoded[_parents[i]] != Definitions[i].LiveWhen!.Value)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The nearest set that keeps every rule: fixed values in place, whole numbers rounded, bounds kept, parameters that do
    /// not matter at their default, and orders restored by moving the parameter that does not matter, else by raising the
    /// greater, else by lowering the lesser.
    /// </summary>
    /// <exception cref="ParameterException">Fixed values contradict a constraint.</exception>
    public ParameterSet Repair(ReadOnlySpan<double> encoded)
    {
        double[] values = new double[Definitions.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = _fixed[i]?.Value ?? Definitions[i].Clamp(encoded[i]);
        }

        // Restoring one order may free a parameter that was moved for another: settle until nothing changes.
        int passes = Constraints.Length + 1;
        while (passes > 0 && Settle(values))
        {
            passes--;
        }

        return new ParameterSet(Definitions, ImmutableCollectionsMarshal.AsImmutableArray(values));
    }

    // Puts what does not matter at its default, then restores the orders. Returns whether that moved anything which the
    // other might see.
    private bool Settle(double[] values)
    {
        foreach (int i in _conditional)
        {
            if (_fixed[i] is null && !IsLive(i, values))
            {
                values[i] = Definitions[i].Default;
            }
        }

        // A move may break a neighbour's order; chains are short, so a few rounds settle them.
        bool moved = false;
        bool broken = true;
        for (int round = 0; round <= Constraints.Length && broken; round++)
        {
            broken = false;
            for (int c = 0; c < _ends.Length; c++)
            {
                (int lesser, int greater) = _ends[c];
                if (!Constraints[c].Holds(values[lesser], values[greater]))
                {
                    Restore(Constraints[c], lesser, greater, values);
                    broken = moved = true;
                }
            }
        }

        return moved;
    }

    private void Restore(ParameterConstraint c, int lesser, int greater, double[] values)
    {
        bool canRaise = _fixed[greater] is null && values[lesser] + c.Gap <= Definitions[greater].High;
        bool canLower = _fixed[lesser] is null && values[greater] - c.Gap >= Definitions[lesser].Low;
        bool preferLower = !IsLive(lesser, values) && IsLive(greater, values);
        if (canRaise && !(preferLower && canLower))
        {
            values[greater] = values[lesser] + c.Gap;
        }
        else if (canLower)
        {
            values[lesser] = values[greater] - c.Gap;
        }
        else
        {
            // Neither alone can move far enough: meet at the ends of their bounds.
            values[greater] = _fixed[greater]?.Value ?? Definitions[greater].High;
            values[lesser] = _fixed[lesser]?.Value ?? Math.Min(values[lesser], values[greater] - c.Gap);
            if (!c.Holds(values[lesser], values[greater]) || !Definitions[lesser].Holds(values[lesser]))
            {
                throw new ParameterException($"Fixed values leave no room for {c.Lesser} below {c.Greater}.");
            }
        }
    }
}
