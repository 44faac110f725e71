using System.Globalization;

namespace ForexE2E.Domain.Trials;

/// <summary>Position of a trial in its run, from 0.</summary>
public readonly record struct TrialNumber(int Value) : IComparable<TrialNumber>
{
    public int CompareTo(TrialNumber other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    public static bool operator <(TrialNumber left, TrialNumber right) => left.Value < right.Value;

    public static bool operator <=(TrialNumber left, TrialNumber right) => left.Value <= right.Value;

    public static bool operator >(TrialNumber left, TrialNumber right) => left.Value > right.Value;

    public static bool operator >=(TrialNumber left, TrialNumber right) => left.Value >= right.Value;
}
