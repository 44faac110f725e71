using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Storage.Runs;

/// <summary>A parameter set that a completed run found best.</summary>
/// <param name="Regime">The regime it is for; Global for all.</param>
/// <param name="Trial">The trial it was.</param>
public sealed record BestSet(Regime Regime, TrialNumber Trial, ParameterSet Parameters);
