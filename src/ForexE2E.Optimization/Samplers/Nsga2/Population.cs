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
    private readonly bool[] _dominates;
    private readonly int[] _rank;
    private readonly double[] _crowding;
    private readonly int[][] _sorted;
    private readonly int[] _dominatedBy;
    private readonly int[] _dominators;
    private readonly int[] _lastOfRank;
    private readonly int[] _front;

    public Population(int size, int axes, int objectives)
    {
        (_size, _axes, _objectives) = (size, axes, objectives);
        int slots = size + 1;
        _units = new float[slots * axes];
        _losses = new double[slots * objectives];
        _violations = new double[slots];
        _dominates = new bool[slots * slots];
        _rank = new int[slots];
        _crowding = new double[slots];
        _sorted = [.. Enumerable.Range(0, objectives).Select(_ => new int[slots])];
        _dominatedBy = new int[slots];
        _dominators = new int[slots];
        _lastOfRank = new int[slots];
        _front = new int[slots];
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
        _dominatedBy[slot] = 0;
        Mark(slot, slot, dominates: false);
        for (int other = 0; other < Count; other++)
        {
            bool feasible = _violations[slot] == 0 && _violations[other] == 0;
            bool better = feasible && Dominance.Dominates(losses, LossesOf(other));
            bool worse = feasible && !better && Dominance.Dominates(LossesOf(other), losses);
            Mark(slot, other, better);
            Mark(other, slot, worse);
            _dominatedBy[other] += better ? 1 : 0;
            _dominatedBy[slot] += worse ? 1 : 0;
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
            _dominatedBy[other] -= _dominates[(slot * (_size + 1)) + other] ? 1 : 0;
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
        _dominatedBy[slot] = _dominatedBy[last];
        for (int other = 0; other < Count; other++)
        {
            Mark(slot, other, other != slot && _dominates[(last * (_size + 1)) + other]);
            Mark(other, slot, other != slot && _dominates[(other * (_size + 1)) + last]);
        }
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
        _dominatedBy.AsSpan(0, Count).CopyTo(_dominators);
        _rank.AsSpan(0, Count).Fill(-1);
        int left = Count;
        for (int rank = 0; left > 0; rank++)
        {
            left -= Peel(rank);
        }

        Crowd();
    }

    // Takes those out whom nobody left dominates.
    private int Peel(int rank)
    {
        int n = 0;
        for (int i = 0; i < Count; i++)
        {
            if (_rank[i] < 0 && _dominators[i] == 0)
            {
                _front[n++] = i;
            }
        }

        for (int k = 0; k < n; k++)
        {
            int member = _front[k];
            _rank[member] = rank;
            ReadOnlySpan<bool> row = _dominates.AsSpan(member * (_size + 1), Count);
            for (int other = 0; other < row.Length; other++)
            {
                _dominators[other] -= row[other] ? 1 : 0;
            }
        }

        return n;
    }

    // One walk along each objective serves all ranks: the neighbour is the last seen of the same rank.
    private void Crowd()
    {
        Array.Clear(_crowding);
        for (int j = 0; j < _objectives; j++)
        {
            int[] sorted = _sorted[j];
            double range = Loss(sorted[Count - 1], j) - Loss(sorted[0], j);
            Array.Fill(_lastOfRank, -1);
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

            foreach (int end in _lastOfRank)
            {
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

    private void Mark(int a, int b, bool dominates) => _dominates[(a * (_size + 1)) + b] = dominates;
}
