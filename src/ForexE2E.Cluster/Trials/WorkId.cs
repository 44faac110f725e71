using System.Text.Json.Serialization;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Trials;

/// <summary>Identity of a piece of work within its run.</summary>
/// <param name="Number">Number of the trial; for a validation 0, or the regime whose chosen trial is measured once more.</param>
public readonly record struct WorkId(WorkKind Kind, int Number) : IComparable<WorkId>
{
    /// <summary>Whether it is a trial of the search, whose windows are stored.</summary>
    [JsonIgnore]
    public bool IsTrial => Kind == WorkKind.Trial;

    /// <summary>Whether it runs the windows held back.</summary>
    [JsonIgnore]
    public bool IsOutOfSample => Kind is WorkKind.BestOutOfSample or WorkKind.DefaultsOutOfSample;

    [JsonIgnore]
    public TrialNumber Trial => new(Number);

    public static WorkId Of(TrialNumber number) => new(WorkKind.Trial, number.Value);

    public static WorkId Validation(WorkKind kind) => new(kind, 0);

    public int CompareTo(WorkId other) => (Kind, Number).CompareTo((other.Kind, other.Number));

    public override string ToString() => IsTrial ? $"trial {Trial}" : Number == 0 ? $"validation {Kind}" : $"validation {Kind} of {(Regime)Number}";

    public static bool operator <(WorkId left, WorkId right) => left.CompareTo(right) < 0;

    public static bool operator <=(WorkId left, WorkId right) => left.CompareTo(right) <= 0;

    public static bool operator >(WorkId left, WorkId right) => left.CompareTo(right) > 0;

    public static bool operator >=(WorkId left, WorkId right) => left.CompareTo(right) >= 0;
}
