using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Domain.Deployments;

/// <summary>The parameter set in force for a market and regime, and where it comes from.</summary>
/// <param name="Id">Key of the row in regime_parameters.</param>
/// <param name="Regime">The regime asked for, or Global when the set that serves all regimes stands in for it.</param>
/// <param name="RunId">The run that found it.</param>
/// <param name="Trial">The trial that tested it.</param>
/// <param name="ActivatedAt">UTC; null when it is not known.</param>
public sealed record ActiveParameters(
    int Id, Market Market, Regime Regime, RunId RunId, TrialNumber Trial, ParameterSet Parameters, DateTime? ActivatedAt);
