namespace ForexE2E.Strategy.Riskfolio.Solvers;

/// <summary>Rows a x = b and g x at most h over a few variables.</summary>
internal sealed class LinearConstraints(int variables)
{
    private readonly List<(double[] Row, double Right)> _equal = [];
    private readonly List<(double[] Row, double Right)> _atMost = [];

    public int Variables => variables;

    public int Equalities => _equal.Count;

    public int Inequalities => _atMost.Count;

    public void Equal(double[] row, double right) => _equal.Add((row, right));

    public void AtMost(double[] row, double right) => _atMost.Add((row, right));

    public double[] Equality(int index) => _equal[index].Row;

    public double[] Inequality(int index) => _atMost[index].Row;

    /// <summary>What is left of the right side of an equality at a point.</summary>
    public double EqualityRest(int index, ReadOnlySpan<double> x) => _equal[index].Right - Vectors.Dot(_equal[index].Row, x);

    /// <summary>What is left of the right side of an inequality at a point; below zero it is broken.</summary>
    public double InequalityRest(int index, ReadOnlySpan<double> x) => _atMost[index].Right - Vectors.Dot(_atMost[index].Row, x);

    /// <summary>Drops inequalities from an index on that a point leaves loose by more than a margin.</summary>
    public void DropLoose(int from, ReadOnlySpan<double> x, double margin)
    {
        for (int i = _atMost.Count - 1; i >= from; i--)
        {
            if (InequalityRest(i, x) > margin)
            {
                _atMost.RemoveAt(i);
            }
        }
    }

    /// <summary>Weights between their bounds that sum as they must.</summary>
    public static LinearConstraints Weights(in WeightBounds bounds)
    {
        int n = bounds.Assets;
        LinearConstraints rows = new(n);
        double[] ones = new double[n];
        Array.Fill(ones, 1);
        rows.Equal(ones, bounds.Sum);
        for (int i = 0; i < n; i++)
        {
            rows.AtMost(Unit(n, i, 1), bounds.Greatest);
            rows.AtMost(Unit(n, i, -1), -bounds.Least);
        }

        return rows;
    }

    /// <summary>
    /// Multiples of such weights: every variable between the bounds' share of the sum of the first <c>bounds.Assets</c> variables.
    /// </summary>
    public static LinearConstraints Multiples(in WeightBounds bounds, int variables)
    {
        LinearConstraints rows = new(variables);
        for (int i = 0; i < bounds.Assets; i++)
        {
            double[] above = Unit(variables, i, 1), below = Unit(variables, i, -1);
            for (int j = 0; j < bounds.Assets; j++)
            {
                above[j] -= bounds.Greatest / bounds.Sum;
                below[j] += bounds.Least / bounds.Sum;
            }

            rows.AtMost(above, 0);
            rows.AtMost(below, 0);
        }

        return rows;
    }

    private static double[] Unit(int size, int index, double value)
    {
        double[] row = new double[size];
        row[index] = value;
        return row;
    }
}
