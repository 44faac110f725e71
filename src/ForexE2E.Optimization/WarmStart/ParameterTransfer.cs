using ForexE2E.Domain.Parameters;

namespace ForexE2E.Optimization.WarmStart;

/// <summary>
/// Carries a parameter set from one space into another by name: what the new space does not know is dropped, what the old one did not
/// have takes its default, choices keep their label, and bounds, orders and fixed values of the new space hold.
/// </summary>
public static class ParameterTransfer
{
    public static ParameterSet Into(ParameterSpace space, ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(set);
        if (ReferenceEquals(space.Definitions, set.Definitions))
        {
            return space.Repair(set.Values);
        }

        double[] values = new double[space.Definitions.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Carried(space.Definitions[i], set);
        }

        return space.Repair(values);
    }

    // NaN is repaired to the default.
    private static double Carried(ParameterDefinition wanted, ParameterSet set)
    {
        for (int i = 0; i < set.Definitions.Count; i++)
        {
            ParameterDefinition had = set.Definitions[i];
            if (had.Name != wanted.Name)
            {
                continue;
            }

            if (wanted.Kind == ParameterKind.Categorical && had.Kind == ParameterKind.Categorical)
            {
                int label = wanted.Choices.IndexOf(had.Choices[(int)set.Values[i]]);
                return label >= 0 ? label : double.NaN;
            }

            return IsNumber(wanted.Kind) == IsNumber(had.Kind) && IsChoice(wanted.Kind) == IsChoice(had.Kind) ? set.Values[i] : double.NaN;
        }

        return double.NaN;
    }

    private static bool IsNumber(ParameterKind kind) => kind is ParameterKind.Float or ParameterKind.Int;

    private static bool IsChoice(ParameterKind kind) => kind == ParameterKind.Categorical;
}
