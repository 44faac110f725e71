namespace ForexE2E.Host.Json;

/// <summary>What one parameter explains; shares are 0 to 1, all parameters together at most 1.</summary>
/// <param name="Forest">fANOVA over a random forest: share of the variance over the whole space.</param>
/// <param name="Divergence">PED-ANOVA: share of what sets the best tenth of the trials apart.</param>
/// <param name="LiveShare">Share of the trials in which the parameter mattered at all; both are taken over those only.</param>
internal sealed record ShareDocument(string Parameter, double Forest, double Divergence, double LiveShare);
