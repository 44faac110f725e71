namespace ForexE2E.Host.Json;

/// <summary>Share of one parameter.</summary>
/// <param name="Share">0 to 1; all parameters together at most 1.</param>
/// <param name="LiveShare">Share of the trials in which the parameter mattered at all, 0 to 1.</param>
internal sealed record ShareDocument(string Parameter, double Share, double LiveShare);
