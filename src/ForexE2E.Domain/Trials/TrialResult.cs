using System.Collections.Immutable;
using ForexE2E.Domain.Performance;

namespace ForexE2E.Domain.Trials;

/// <summary>How good a trial was.</summary>
/// <param name="Metrics">Over all windows that ran, chained.</param>
/// <param name="Objectives">Objective values in their natural sign; empty when one of them is undefined.</param>
/// <param name="Score">The single score, greater is better; null when an objective is undefined.</param>
/// <param name="Violation">How far the run's limits are broken; 0 is feasible.</param>
public sealed record TrialResult(PerformanceMetrics Metrics, ImmutableArray<double> Objectives, double? Score, double Violation)
{
    /// <summary>The same trades by the regime they were entered in, all four states in their order; empty for a trial whose entries are restricted to one.</summary>
    public ImmutableArray<RegimeResult> ByRegime { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Whether the limits are kept and every objective is defined.</summary>
    public bool IsFeasible => Violation == 0 && !Objectives.IsDefaultOrEmpty;

    public bool Equals(TrialResult? other) =>
        other is not null && Metrics == other.Metrics && Score == other.Score && Violation == other.Violation
        && Objectives.SequenceEqual(other.Objectives) && ByRegime.SequenceEqual(other.ByRegime);

    public override int GetHashCode() => HashCode.Combine(Metrics, Score, Violation);
}
