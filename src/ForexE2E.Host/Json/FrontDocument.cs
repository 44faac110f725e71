namespace ForexE2E.Host.Json;

/// <summary>A front.</summary>
/// <param name="Knee">The member nearest to the best value of every objective at once; null when nothing is feasible.</param>
/// <param name="Best">The feasible trial of the greatest score; null when nothing is feasible.</param>
/// <param name="Hypervolume">What the front dominates beyond the reference, in the product of the objectives' units; compare it only between runs of the same reference.</param>
/// <param name="Reference">In the order and natural sign of the objectives: as asked for, or what the defaults gave (trial 0), or the worst seen.</param>
/// <param name="ReferenceIs">asked, defaults or worst.</param>
/// <param name="Plateau">Of the best trial; null with too few trials.</param>
internal sealed record FrontDocument(
    string Regime,
    IReadOnlyList<FrontMemberDocument> Members,
    int? Knee,
    int? Best,
    double? Hypervolume,
    IReadOnlyList<double>? Reference,
    string? ReferenceIs,
    PlateauDocument? Plateau);
