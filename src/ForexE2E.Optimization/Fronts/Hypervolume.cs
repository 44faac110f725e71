using System.Collections.Immutable;

namespace ForexE2E.Optimization.Fronts;

/// <summary>
/// The volume that loss vectors dominate within a reference point (Zitzler and Thiele 1998), exact: a staircase in two
/// dimensions, sweeping the last dimension above (Fonseca, Paquete and Lopez-Ibanez 2006).
/// </summary>
public static class Hypervolume
{
    /// <summary>Volume dominated by the points; points not below the reference in every dimension count nothing.</summary>
    /// <exception cref="ArgumentException">The reference is empty.</exception>
    public static double Of(IEnumerable<ImmutableArray<double>> points, ImmutableArray<double> reference)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (reference.IsDefaultOrEmpty)
        {
            throw new ArgumentException("The reference point must have at least one dimension.", nameof(reference));
        }

        double[][] inside = [.. points.Where(p => Inside(p, reference)).Select(p => p.ToArray())];
        return Slice(NonDominated(inside), [.. reference]);
    }

    private static bool Inside(ImmutableArray<double> point, ImmutableArray<double> reference)
    {
        for (int i = 0; i < reference.Length; i++)
        {
            if (!(point[i] < reference[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static double Slice(double[][] points, double[] reference)
    {
        if (points.Length == 0)
        {
            return 0;
        }

        int m = reference.Length;
        if (m == 1)
        {
            return reference[0] - points.Min(p => p[0]);
        }

        int last = m - 1;
        Array.Sort(points, (p, q) => p[last].CompareTo(q[last]));
        if (m <= 3)
        {
            return Staircase(points, reference);
        }

        double[] below = reference[..last];
        var front = new List<double[]>();
        double volume = 0;
        for (int i = 0; i < points.Length; i++)
        {
            Insert(front, points[i][..last]);
            double height = (i + 1 < points.Length ? points[i + 1][last] : reference[last]) - points[i][last];
            volume += height > 0 ? height * Slice([.. front], below) : 0;
        }

        return volume;
    }

    // Two or three dimensions, points sorted by the last: the area under the staircase of the first two, summed over slices.
    private static double Staircase(double[][] points, double[] reference)
    {
        int m = reference.Length;
        var steps = new List<(double X, double Y)>(points.Length);
        if (m == 2)
        {
            // The last dimension is the staircase's own: all points belong to one slice.
            foreach (double[] p in points)
            {
                AddStep(steps, p[0], p[1]);
            }

            return Area(steps, reference[0], reference[1]);
        }

        double volume = 0;
        double area = 0;
        for (int i = 0; i < points.Length; i++)
        {
            if (AddStep(steps, points[i][0], points[i][1]))
            {
                area = Area(steps, reference[0], reference[1]);
            }

            volume += area * ((i + 1 < points.Length ? points[i + 1][2] : reference[2]) - points[i][2]);
        }

        return volume;
    }

    // Steps ascend in X and descend in Y. Returns whether the step adds area.
    private static bool AddStep(List<(double X, double Y)> steps, double x, double y)
    {
        int low = 0;
        int high = steps.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = steps[middle].X < x ? (middle + 1, high) : (low, middle);
        }

        if ((low > 0 && steps[low - 1].Y <= y) || (low < steps.Count && steps[low].X == x && steps[low].Y <= y))
        {
            return false;
        }

        int end = low;
        while (end < steps.Count && steps[end].Y >= y)
        {
            end++;
        }

        steps.RemoveRange(low, end - low);
        steps.Insert(low, (x, y));
        return true;
    }

    private static double Area(List<(double X, double Y)> steps, double right, double top)
    {
        double area = 0;
        double ceiling = top;
        foreach ((double x, double y) in steps)
        {
            area += (right - x) * (ceiling - y);
            ceiling = y;
        }

        return area;
    }

    private static double[][] NonDominated(double[][] points)
    {
        var front = new List<double[]>();
        foreach (double[] point in points)
        {
            Insert(front, point);
        }

        return [.. front];
    }

    private static void Insert(List<double[]> front, double[] point)
    {
        foreach (double[] known in front)
        {
            if (Dominance.WeaklyDominates(known, point))
            {
                return;
            }
        }

        front.RemoveAll(known => Dominance.WeaklyDominates(point, known));
        front.Add(point);
    }
}
