using System.Collections.Immutable;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Domain.Runs;

/// <summary>How a run ended.</summary>
/// <param name="State">Completed, Stopped or Failed.</param>
/// <param name="Reason">Why it ended, such as "50 trials finished" or a stop rule's reason.</param>
/// <param name="Best">Number of the chosen trial; null when no trial was feasible.</param>
/// <param name="ParetoFront">Numbers of the non-dominated feasible trials, ascending.</param>
/// <param name="Validations">The chosen set and the defaults, in and out of sample.</param>
public sealed record RunOutcome(
    RunState State,
    string Reason,
    TrialNumber? Best,
    ImmutableArray<TrialNumber> ParetoFront,
    ImmutableArray<ValidationResult> Validations,
    TimeSpan Duration);
