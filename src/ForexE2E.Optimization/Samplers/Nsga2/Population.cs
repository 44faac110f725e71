using ForexE2E.Optimization.Fronts;

namespace ForexE2E.Optimization.Samplers.Nsga2;

/// <summary>
/// The survivors of a steady-state NSGA-II (Deb et al. 2002): every trial that ends joins at once, and the worst leaves, by
/// constraint violation, then non-domination rank, then crowding, which is computed anew for each removal. Who dominates whom and
/// the order along each objective are kept from one trial to the next.
/// </summary>
internal sealed class Population
{
    private readonly int _size;
    private readonly int _axes;
    private readonly int _objectives;
    private readonly float[] _units;
    private readonly double[] _losses;
    private readonly double[] _violations;
    private readonly int _words;
    private readonly ulong[] _dominators;
    private readonly ulong[] _unranked;
    private readonly ulong[] _front;
    private readonly int[] _rank;
    private readonly double[] _crowding;
    private readonly int[][] _sorted;
    private readonly int[] _lastOfRank;
    private int _ranks;

    public Population(int size, int axes, int objectives)
    {
        (_size, _axes, _objectives) = (size, axes, objectives);
        int slots = size + 1;
        _units = new float[slots * axes];
        _losses = new double[slots * objectives];
        _violations = new double[slots];
        _words = (slots + 63) / 64;
        _dominators = new ulong[slots * _words];
        _unranked = new ulong[_words];
        _front = new ulong[_words];
        _rank = new int[slots];
        _crowding = new double[slots];
        _sorted = [.. Enumerable.Range(0, objectives).Select(_ => new int[slots])];
        _lastOfRank = new int[slots];
    }

    public int Count { get; private set; }

    public ReadOnlySpan<float> Units(int member) => _units.AsSpan(member * _axes, _axes);

    /// <summary>Whether member a is the better parent: violation, rank, crowding.</summary>
    public bool IsBetter(int a, int b) => Compare(a, b) < 0;

    public void Join(ObservedTrial trial, ReadOnlySpan<float> units)
    {
        if (trial.IsFailed || trial.IsPruned || (trial.Violation == 0 && trial.Losses.Length != _objectives))
        {
            return;
        }

        Place(Count, trial, units);
        Rank();
        if (Count > _size)
        {
            // The worst stands in the last rank: nobody else's rank hangs on it, only its neighbours' crowding.
            Leave(Worst());
            Crowd();
        }
    }

    private void Place(int slot, ObservedTrial trial, ReadOnlySpan<float> units)
    {
        units.CopyTo(_units.AsSpan(slot * _axes, _axes));
        Span<double> losses = _losses.AsSpan(slot * _objectives, _objectives);
        losses.Fill(double.MaxValue);
        trial.Losses.AsSpan()[..Math.Min(_objectives, trial.Losses.Length)].CopyTo(losses);
        _violations[slot] = trial.Violation;
        DominatorsOf(slot).Clear();
        for (int other = 0; other < Count; other++)
        {
            bool feasible = _violations[slot] == 0 && _violations[other] == 0;
            bool better = feasible && Dominance.Dominates(losses, LossesOf(other));
            bool worse = feasible && !better && Dominance.Dominates(LossesOf(other), losses);
            Mark(slot, other, better);
            Mark(other, slot, worse);
        }

        for (int j = 0; j < _objectives; j++)
        {
            int[] sorted = _sorted[j];
            int at = Count;
            while (at > 0 && _losses[(sorted[at - 1] * _objectives) + j] > losses[j])
            {
                sorted[at] = sorted[at - 1];
                at--;
            }

            sorted[at] = slot;
        }

        Count++;
    }

    // The last slot moves into the one that falls free.
    private void Leave(int slot)
    {
        int last = --Count;
        for (int other = 0; other <= last; other++)
        {
            Mark(slot, other, IsMarked(last, other));
            Mark(last, other, dominates: false);
        }

        for (int j = 0; j < _objectives; j++)
        {
            int[] sorted = _sorted[j];
            int at = Array.IndexOf(sorted, slot, 0, last + 1);
            Array.Copy(sorted, at + 1, sorted, at, last - at);
            int moved = slot == last ? -1 : Array.IndexOf(sorted, last, 0, last);
            if (moved >= 0)
            {
                sorted[moved] = slot;
            }
        }

        if (slot == last)
        {
            return;
        }

        _units.AsSpan(last * _axes, _axes).CopyTo(_units.AsSpan(slot * _axes));
        LossesOf(last).CopyTo(_losses.AsSpan(slot * _objectives));
        _violations[slot] = _violations[last];
        _rank[slot] = _rank[last];
        DominatorsOf(last).CopyTo(DominatorsOf(slot));
    }

    private int Worst()
    {
        int worst = 0;
        for (int i = 1; i < Count; i++)
        {
            worst = Compare(i, worst) > 0 ? i : worst;
        }

        return worst;
    }

    private void Rank()
    {
        for (int i = 0; i < Count; i++)
        {
            _unranked[i >> 6] |= 1UL << (i & 63);
        }

        int left = Count;
        for (_ranks = 0; left > 0; _ranks++)
        {
            left -= Peel(_ranks);
        }

        Crowd();
    }

    // Takes those out whom nobody left dominates.
    private int Peel(int rank)
    {
        int n = 0;
        Array.Clear(_front);
        for (int i = 0; i < Count; i++)
        {
            if ((_unranked[i >> 6] >> (i & 63) & 1) != 0 && !IsDominated(i))
            {
                _rank[i] = rank;
                _front[i >> 6] |= 1UL << (i & 63);
                n++;
            }
        }

        for (int w = 0; w < _words; w++)
        {
            _unranked[w] &= ~_front[w];
        }

        return n;
    }

    private bool IsDominated(int member)
    {
        for (int w = 0; w < _words; w++)
        {
            if ((_dominators[(member * _words) + w] & _unranked[w]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    // One walk along each objective serves all ranks: the neighbour is the last seen of the same rank.
    private void Crowd()
    {
        Array.Clear(_crowding);
        for (int j = 0; j < _objectives; j++)
        {
            int[] sorted = _sorted[j];
            double range = Loss(sorted[Count - 1], j) - Loss(sorted[0], j);
            Array.Fill(_lastOfRank, -1, 0, _ranks);
            for (int k = 0; k < Count; k++)
            {
                int member = sorted[k];
                int before = _lastOfRank[_rank[member]];
                double gap = before < 0 ? double.PositiveInfinity : range > 0 ? (Loss(member, j) - Loss(before, j)) / range : 0;
                _crowding[member] += gap;
                if (before >= 0)
                {
                    _crowding[before] += gap;
                }

                _lastOfRank[_rank[member]] = member;
            }

            for (int rank = 0; rank < _ranks; rank++)
            {
                int end = _lastOfRank[rank];
                if (end >= 0)
                {
                    _crowding[end] = double.PositiveInfinity;
                }
            }
        }
    }

    private int Compare(int a, int b)
    {
        int order = _violations[a].CompareTo(_violations[b]);
        order = order != 0 ? order : _rank[a].CompareTo(_rank[b]);
        return order != 0 ? order : _crowding[b].CompareTo(_crowding[a]);
    }

    private ReadOnlySpan<double> LossesOf(int slot) => _losses.AsSpan(slot * _objectives, _objectives);

    private double Loss(int slot, int objective) => _losses[(slot * _objectives) + objective];

    private Span<ulong> DominatorsOf(int slot) => _dominators.AsSpan(slot * _words, _words);

    private bool IsMarked(int a, int b) => (_dominators[(b * _words) + (a >> 6)] >> (a & 63) & 1) != 0;

    private void Mark(int a, int b, bool dominates)
    {
        ref ulong word = ref _dominators[(b * _words) + (a >> 6)];
        ulong bit = 1UL << (a & 63);
        word = dominates ? word | bit : word & ~bit;
    }
}
