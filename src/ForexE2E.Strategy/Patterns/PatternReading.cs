using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy.Patterns;

/// <summary>
/// What the patterns say at a bar's close: the best one that may act now. The default value says that none may. Distances
/// in points from the entry, prices in points.
/// </summary>
/// <param name="Direction">Long or short; None when no pattern acts.</param>
/// <param name="Score">Quality of the pattern, 0 to 1.</param>
/// <param name="CompletedAt">Bar whose close broke out.</param>
/// <param name="LevelPoints">Price of the breakout.</param>
/// <param name="TargetDistance">Target multiplier x height.</param>
/// <param name="StopDistance">Stop multiplier x height.</param>
/// <param name="InvalidationPoints">Price beyond which a close ends the pattern.</param>
/// <param name="TrailingActivationDistance">Profit at which trailing starts.</param>
/// <param name="TrailingStepDistance">Distance kept by the trailing stop.</param>
public readonly record struct PatternReading(
    PatternKind Kind,
    Side Direction,
    double Score,
    double HeightPoints,
    int CompletedAt,
    int LevelPoints,
    int TargetDistance,
    int StopDistance,
    int InvalidationPoints,
    int TrailingActivationDistance,
    int TrailingStepDistance)
{
    /// <summary>Whether a pattern may act.</summary>
    public bool Acts => Direction != Side.None;

    /// <summary>Score with the sign of the direction, -1 to 1; 0 when none acts.</summary>
    public double SignedScore => (int)Direction * Score;

    /// <summary>
    /// The signal of ensemble and patterns together, -1 to 1: (1 - weight) x ensemble + weight x pattern when a pattern
    /// acts, else the ensemble's own.
    /// </summary>
    /// <param name="ensembleScore">-1 (surely down) to 1 (surely up).</param>
    /// <param name="confluenceWeight">0 to 1, <see cref="PatternSettings.ConfluenceWeight"/>.</param>
    public double BlendWith(double ensembleScore, double confluenceWeight) =>
        Acts ? ((1 - confluenceWeight) * ensembleScore) + (confluenceWeight * SignedScore) : ensembleScore;
}
