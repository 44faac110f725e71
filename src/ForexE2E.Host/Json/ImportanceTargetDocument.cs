namespace ForexE2E.Host.Json;

/// <summary>Importance for the score or one objective; greatest first.</summary>
/// <param name="Of">score, or the name of the objective's metric.</param>
/// <param name="Forest">fANOVA over a random forest: share of the variance.</param>
/// <param name="Divergence">PED-ANOVA: share of what tells the best tenth from all.</param>
internal sealed record ImportanceTargetDocument(string Of, IReadOnlyList<ShareDocument> Forest, IReadOnlyList<ShareDocument> Divergence);
