using ForexE2E.Domain.Randomness;
using ForexE2E.Optimization.Samplers.History;

namespace ForexE2E.Optimization.Samplers.Tpe;

/// <summary>
/// Which trials count as good for one suggestion. One objective: the best. Several: the trials that fewest others
/// dominate (Fonseca and Fleming 1993); of those no other dominates, when they are too many, the ones that together cover most
/// of the space of places (see <see cref="Coverage"/>).
/// </summary>
internal sealed class GoodTrials(TrialHistory history, TpeSettings settings)
{
    private readonly Coverage _coverage = new(history.Standing);
    private int[] _rows = [];
    private int[] _good = [];

    /// <summary>Rows of the good trials.</summary>
    public ReadOnlySpan<int> Select(SplitMix64 luck)
    {
        Standing standing = history.Standing;
        int wanted = Math.Min(standing.Answered, (int)Math.Ceiling(settings.GoodRoot * Math.Sqrt(standing.Answered)));
        if (_good.Length < wanted)
        {
            _good = new int[2 * wanted];
        }

        int fromFeasible = Math.Min(wanted, standing.Feasible);
        if (standing.Objectives == 1)
        {
            standing.By(0)[..fromFeasible].CopyTo(_good);
        }
        else
        {
            LeastDominated(fromFeasible, luck);
        }

        int fromOthers = Math.Min(wanted - fromFeasible, standing.Others.Length);
        standing.Others[..fromOthers].CopyTo(_good.AsSpan(fromFeasible));
        return _good.AsSpan(0, fromFeasible + fromOthers);
    }

    private void LeastDominated(int wanted, SplitMix64 luck)
    {
        Standing standing = history.Standing;
        if (_rows.Length < standing.Feasible)
        {
            _rows = new int[2 * standing.Feasible];
        }

        // Rows by age, so that equals keep an order that no permutation of the objectives changes.
        int front = 0;
        for (int row = 0; row < standing.Count; row++)
        {
            if (standing.IsRanked(row) && standing.DominatorsOf(row) == 0)
            {
                _rows[front++] = row;
            }
        }

        if (front > wanted)
        {
            _coverage.Greedy(_rows.AsSpan(0, front), _good.AsSpan(0, wanted), luck);
        }
        else
        {
            Span<int> rows = _rows.AsSpan(0, standing.Feasible);
            standing.By(0).CopyTo(rows);
            rows.Sort((a, b) => standing.DominatorsOf(a) != standing.DominatorsOf(b) ? standing.DominatorsOf(a).CompareTo(standing.DominatorsOf(b)) : a.CompareTo(b));
            rows[..wanted].CopyTo(_good);
        }
    }
}
