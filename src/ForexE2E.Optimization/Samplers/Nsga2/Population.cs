using System.Collections.Immutable;
using ForexE2E.Optimization.Selection;

namespace ForexE2E.Optimization.Samplers.Nsga2;

/// <summary>
/// The survivors of a steady-state NSGA-II (Deb et al. 2002): every trial that ends joins at once, and the worst leaves, by
/// constraint violation, then non-domination rank, then crowding, which is computed anew for each removal.
/// </summary>
internal sealed class Population(int size, int axes)
{
    private readonly List<Member> _members = [];

    public int Count => _members.Count;

    public ReadOnlySpan<float> Units(int member) => _members[member].Units;

    /// <summary>Whether member a is the better parent: violation, rank, crowding.</summary>
    public bool IsBetter(int a, int b) => Member.Compare(_members[a], _members[b]) < 0;

    public void Join(ObservedTrial trial, ReadOnlySpan<float> units)
    {
        if (trial.IsFailed || trial.IsPruned)
        {
            return;
        }

        _members.Add(new Member(trial.Losses, trial.IsFeasible ? 0 : Math.Max(trial.Violation, double.Epsilon), units[..axes].ToArray()));
        Rank();
        if (_members.Count <= size)
        {
            return;
        }

        int worst = 0;
        for (int i = 1; i < _members.Count; i++)
        {
            worst = Member.Compare(_members[i], _members[worst]) > 0 ? i : worst;
        }

        _members.RemoveAt(worst);
    }

    private void Rank()
    {
        int rank = 0;
        List<Member> left = [.. _members.Where(m => m.Violation == 0)];
        while (left.Count > 0)
        {
            List<Member> front = [.. left.Where(m => !left.Exists(o => Dominance.Dominates(o.Losses.AsSpan(), m.Losses.AsSpan())))];
            front.ForEach(m => m.Rank = rank);
            Crowding(front);
            left = [.. left.Except(front)];
            rank++;
        }
    }

    private static void Crowding(List<Member> front)
    {
        front.ForEach(m => m.Crowding = 0);
        for (int j = 0; j < front[0].Losses.Length; j++)
        {
            Member[] sorted = [.. front.OrderBy(m => m.Losses[j])];
            double range = sorted[^1].Losses[j] - sorted[0].Losses[j];
            sorted[0].Crowding = sorted[^1].Crowding = double.PositiveInfinity;
            for (int i = 1; i < sorted.Length - 1 && range > 0; i++)
            {
                sorted[i].Crowding += (sorted[i + 1].Losses[j] - sorted[i - 1].Losses[j]) / range;
            }
        }
    }

    private sealed class Member(ImmutableArray<double> losses, double violation, float[] units)
    {
        public ImmutableArray<double> Losses { get; } = losses;

        public double Violation { get; } = violation;

        public float[] Units { get; } = units;

        public int Rank { get; set; }

        public double Crowding { get; set; }

        /// <summary>Negative when a is better.</summary>
        public static int Compare(Member a, Member b)
        {
            int order = a.Violation.CompareTo(b.Violation);
            order = order != 0 ? order : a.Rank.CompareTo(b.Rank);
            return order != 0 ? order : b.Crowding.CompareTo(a.Crowding);
        }
    }
}
