using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy;

/// <summary>When a score from -1 (surely down) to 1 (surely up) becomes a signal, and how sure it counts. The ensemble's own score is 2p - 1.</summary>
public static class EntrySignal
{
    /// <summary>Least |score| that trades.</summary>
    public const double Bar = 0.1;

    /// <summary>The |score| that counts as full confidence.</summary>
    public const double Full = 0.3;

    /// <summary>The side a score speaks for; None below the bar.</summary>
    /// <param name="factor">What the bar is multiplied with.</param>
    public static Side SideOf(double score, double factor = 1) =>
        score >= Bar * factor ? Side.Long : score <= -Bar * factor ? Side.Short : Side.None;

    /// <summary>0 at the bar and below it, 1 at full confidence and above, linear between.</summary>
    public static double ConfidenceOf(double score) =>
        Math.Clamp((Math.Abs(score) - Bar) / (Full - Bar), 0, 1);
}
