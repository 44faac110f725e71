using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Domain.Trials;

/// <summary>The parameter set that serves one regime.</summary>
public sealed record RegimeSet(Regime Regime, ParameterSet Parameters);
