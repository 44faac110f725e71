using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Domain.Runs;

/// <summary>What the search of one regime found.</summary>
/// <param name="Best">Number of its chosen trial; null when none was feasible: then the default set serves this regime.</param>
/// <param name="StopReason">Why its search ended before its planned trials; null when it did not.</param>
public sealed record RegimeOutcome(Regime Regime, TrialNumber? Best, string? StopReason);
