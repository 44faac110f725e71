using ForexE2E.Domain.Randomness;
using ForexE2E.Optimization.Samplers.Axes;

namespace ForexE2E.Optimization.Samplers.Nsga2;

/// <summary>
/// Simulated binary crossover and polynomial mutation (Deb and Agrawal 1995; Deb and Goyal 1996) on mixed axes: ordered ones
/// by the formulas in their own scale, unordered ones by exchange and redraw. The mutation rate is one over all axes, not per type, and four times that for every
/// second child: one step at a time refines, several lead out of a population that has grown alike.
/// </summary>
internal sealed class Variation(AxisSet axes, double crossoverEta = 20, double crossoverRate = 0.9, double mutationEta = 20)
{
    /// <summary>Axes that a bold child has mutated, on average; a cautious one has one.</summary>
    private const double Bold = 4;

    private readonly double _logKept = LogKept(1, axes.Count);
    private readonly double _logKeptByBold = LogKept(Bold, axes.Count);

    /// <summary>Writes one child of two parents; at least one axis differs from the first parent where that is possible.</summary>
    public void Breed(ReadOnlySpan<float> mother, ReadOnlySpan<float> father, SplitMix64 luck, Span<float> child)
    {
        mother.CopyTo(child);
        if (luck.NextDouble() < crossoverRate)
        {
            Exchange(mother, father, luck, child);
        }

        // From one mutated axis to the next: the gap of a chance tried on every axis is geometric.
        double logKept = (luck.NextUInt64() & 1) == 0 ? _logKept : _logKeptByBold;
        for (int a = Gap(luck, logKept); a < child.Length; a += 1 + Gap(luck, logKept))
        {
            child[a] = Mutate(a, child[a], luck);
        }
    }

    /// <summary>Changes one axis drawn by luck, for a child that would repeat a known one.</summary>
    public void Shake(SplitMix64 luck, Span<float> child)
    {
        int a = luck.NextInt(child.Length);
        child[a] = Mutate(a, child[a], luck);
    }

    private void Exchange(ReadOnlySpan<float> mother, ReadOnlySpan<float> father, SplitMix64 luck, Span<float> child)
    {
        ulong coins = 0;
        for (int a = 0; a < child.Length; a++)
        {
            coins = (a & 63) == 0 ? luck.NextUInt64() : coins >> 1;
            if ((coins & 1) == 0 && mother[a] != father[a])
            {
                child[a] = axes[a].IsUnordered ? father[a] : Cross(mother[a], father[a], luck);
            }
        }
    }

    // At most nine axes of ten, so that the logarithm is one.
    private static double LogKept(double mutated, int axes) => Math.Log(1 - Math.Min(0.9, mutated / Math.Max(1, axes)));

    private static int Gap(SplitMix64 luck, double logKept) => (int)Math.Min(int.MaxValue / 2, Math.Log(1 - luck.NextDouble()) / logKept);

    private float Cross(float x, float y, SplitMix64 luck)
    {
        double low = Math.Min(x, y);
        double high = Math.Max(x, y);
        double gap = high - low;
        if (gap < 1e-7)
        {
            return x;
        }

        // The bounded form: the spread that the nearer bound allows on the side the child falls.
        bool lower = (luck.NextUInt64() & 1) == 0;
        double beta = 1 + (2 * (lower ? low : 1 - high) / gap);
        double alpha = 2 - Math.Pow(beta, -(crossoverEta + 1));
        double u = luck.NextDouble();
        double spread = u <= 1 / alpha
            ? Math.Pow(u * alpha, 1 / (crossoverEta + 1))
            : Math.Pow(1 / (2 - (u * alpha)), 1 / (crossoverEta + 1));
        double middle = 0.5 * (low + high);
        return (float)Math.Clamp(lower ? middle - (0.5 * spread * gap) : middle + (0.5 * spread * gap), 0, 1);
    }

    private float Mutate(int axis, float x, SplitMix64 luck)
    {
        Axis at = axes[axis];
        if (at.IsUnordered)
        {
            // Another choice, each as likely.
            int other = at.Cells > 1 ? luck.NextInt(at.Cells - 1) : 0;
            return other >= (int)x && at.Cells > 1 ? other + 1 : other;
        }

        double u = luck.NextDouble();
        double power = 1 / (mutationEta + 1);
        double delta = u < 0.5
            ? Math.Pow((2 * u) + ((1 - (2 * u)) * Math.Pow(1 - x, mutationEta + 1)), power) - 1
            : 1 - Math.Pow((2 * (1 - u)) + ((2 * (u - 0.5)) * Math.Pow(x, mutationEta + 1)), power);
        // A whole number moves by at least one step, or few-valued parameters would never mutate.
        double step = at.IsWhole && at.Cells < Axis.FineCells ? 1.0 / at.Cells : 0;
        delta = Math.Abs(delta) < step ? Math.CopySign(step, delta) : delta;
        return (float)Math.Clamp(x + delta, 0, 1);
    }
}
