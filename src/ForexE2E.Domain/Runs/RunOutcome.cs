using System.Collections.Immutable;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Domain.Runs;

/// <summary>How a run ended.</summary>
/// <param name="State">Completed, Stopped or Failed.</param>
/// <param name="Reason">Why it ended, such as "50 trials finished" or a stop rule's reason.</param>
/// <param name="Best">Number of the chosen trial; null when no trial was feasible, and in a per-regime run.</param>
/// <param name="ParetoFront">Numbers of the non-dominated feasible trials, ascending; in a per-regime run non-dominated within their regime.</param>
/// <param name="Validations">The chosen set (in a per-regime run the four sets together) and the defaults, in and out of sample.</param>
public sealed record RunOutcome(
    RunState State,
    string Reason,
    TrialNumber? Best,
    ImmutableArray<TrialNumber> ParetoFront,
    ImmutableArray<ValidationResult> Validations,
    TimeSpan Duration)
{
    /// <summary>What each regime's search found, in a per-regime run; empty otherwise.</summary>
    public ImmutableArray<RegimeOutcome> ByRegime { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Whether there is anything to recommend.</summary>
    public bool HasBest => Best is not null || ByRegime.Any(r => r.Best is not null);
}
