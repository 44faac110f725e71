namespace ForexE2E.Host.Json;

/// <summary>Importance for the score or one objective.</summary>
/// <param name="Of">score, or the name of the objective's metric.</param>
/// <param name="ByForest">Greatest share by fANOVA first.</param>
/// <param name="ByDivergence">Greatest share by PED-ANOVA first.</param>
internal sealed record ImportanceTargetDocument(string Of, IReadOnlyList<ShareDocument> ByForest, IReadOnlyList<ShareDocument> ByDivergence);
