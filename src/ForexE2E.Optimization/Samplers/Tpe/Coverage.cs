using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ForexE2E.Domain.Randomness;
using ForexE2E.Optimization.Samplers.History;

namespace ForexE2E.Optimization.Samplers.Tpe;

/// <summary>
/// Hypervolume subset selection by sampling (after Bader and Zitzler 2011): each objective is scaled by its range over the
/// members, random points are strewn over the unit cube, and members are taken one by one by how many not yet covered points
/// they dominate. Blind to shift and scale of the objectives; new points for every suggestion keep the choice in motion.
/// </summary>
internal sealed class Coverage(Standing standing)
{
    private const int Words = 4;
    private const int Points = 64 * Words;
    private readonly float[] _points = new float[Points * standing.Objectives];
    private readonly int[] _canonical = [.. Enumerable.Range(0, standing.Objectives)];
    private float[][] _places = [];
    private float[][] _shares = [];
    private ulong[] _covers = [];

    /// <summary>Fills <paramref name="chosen"/> with rows out of <paramref name="rows"/>; once all points are covered it begins anew.</summary>
    public void Greedy(ReadOnlySpan<int> rows, Span<int> chosen, SplitMix64 luck)
    {
        Prepare(rows.Length);
        Scale(rows);
        Strew(luck);
        Span<ulong> covers = _covers.AsSpan(0, rows.Length * Words);
        for (int i = 0; i < rows.Length; i++)
        {
            Cover(rows[i], covers.Slice(i * Words, Words));
        }

        Span<ulong> open = stackalloc ulong[Words];
        open.Fill(ulong.MaxValue);
        Span<bool> taken = rows.Length <= 1024 ? stackalloc bool[rows.Length] : new bool[rows.Length];
        for (int k = 0; k < chosen.Length; k++)
        {
            int best = Best(covers, open, taken, out int gain);
            if (gain == 0)
            {
                open.Fill(ulong.MaxValue);
                best = Best(covers, open, taken, out _);
            }

            taken[best] = true;
            chosen[k] = rows[best];
            for (int w = 0; w < Words; w++)
            {
                open[w] &= ~covers[(best * Words) + w];
            }
        }
    }

    private static int Best(ReadOnlySpan<ulong> covers, ReadOnlySpan<ulong> open, ReadOnlySpan<bool> taken, out int gain)
    {
        int best = -1;
        gain = -1;
        for (int i = 0; i < taken.Length; i++)
        {
            if (taken[i])
            {
                continue;
            }

            int count = 0;
            for (int w = 0; w < Words; w++)
            {
                count += BitOperations.PopCount(covers[(i * Words) + w] & open[w]);
            }

            (best, gain) = count > gain ? (i, count) : (best, gain);
        }

        return best;
    }

    private void Cover(int row, Span<ulong> covered)
    {
        covered.Fill(ulong.MaxValue);
        for (int j = 0; j < standing.Objectives; j++)
        {
            Vector256<float> share = Vector256.Create(_shares[j][row]);
            ReadOnlySpan<Vector256<float>> points = MemoryMarshal.Cast<float, Vector256<float>>(_points.AsSpan(j * Points, Points));
            for (int w = 0; w < Words; w++)
            {
                ulong beyond = 0;
                for (int p = 0; p < 8; p++)
                {
                    beyond |= (ulong)Vector256.GreaterThan(share, points[(w * 8) + p]).ExtractMostSignificantBits() << (8 * p);
                }

                covered[w] &= ~beyond;
            }
        }
    }

    // A tenth beyond the worst, so that the ends of the front count too.
    private void Scale(ReadOnlySpan<int> rows)
    {
        for (int j = 0; j < standing.Objectives; j++)
        {
            double least = double.PositiveInfinity;
            double most = double.NegativeInfinity;
            foreach (int row in rows)
            {
                least = Math.Min(least, standing[row].Losses[j]);
                most = Math.Max(most, standing[row].Losses[j]);
            }

            double range = 1.1 * (most - least);
            foreach (int row in rows)
            {
                _shares[j][row] = range > 0 && double.IsFinite(range) ? (float)((standing[row].Losses[j] - least) / range) : 0;
            }
        }
    }

    private void Prepare(int members)
    {
        if (_places.Length == 0 || _places[0].Length < standing.Count)
        {
            _places = [.. _canonical.Select(_ => new float[2 * standing.Count])];
            _shares = [.. _canonical.Select(_ => new float[2 * standing.Count])];
        }

        if (_covers.Length < members * Words)
        {
            _covers = new ulong[2 * members * Words];
        }

        for (int j = 0; j < standing.Objectives; j++)
        {
            standing.Places(j, _places[j]);
        }

        Array.Sort(_canonical, ComparePlaces);
    }

    // Luck goes to the objectives in an order that depends on the trials and not on how the objectives are numbered.
    private void Strew(SplitMix64 luck)
    {
        foreach (int j in _canonical)
        {
            for (int p = 0; p < Points; p++)
            {
                _points[(j * Points) + p] = (float)luck.NextDouble();
            }
        }
    }

    // Columns of places compared from the oldest trial on; columns that agree throughout are interchangeable.
    private int ComparePlaces(int a, int b)
    {
        for (int row = 0; row < standing.Count; row++)
        {
            int order = standing.IsRanked(row) ? _places[a][row].CompareTo(_places[b][row]) : 0;
            if (order != 0)
            {
                return order;
            }
        }

        return a.CompareTo(b);
    }
}
