using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy;

/// <summary>When a probability becomes a signal, and how sure it counts.</summary>
public static class EntrySignal
{
    /// <summary>Least |2p - 1| that trades.</summary>
    public const double Bar = 0.1;

    /// <summary>The |2p - 1| that counts as full confidence.</summary>
    public const double Full = 0.3;

    /// <summary>The side a probability of up speaks for; None below the bar.</summary>
    public static Side SideOf(float upProbability)
    {
        double edge = (2.0 * upProbability) - 1;
        return edge >= Bar ? Side.Long : edge <= -Bar ? Side.Short : Side.None;
    }

    /// <summary>0 at the bar and below it, 1 at full confidence and above, linear between.</summary>
    public static double ConfidenceOf(float upProbability) =>
        Math.Clamp((Math.Abs((2.0 * upProbability) - 1) - Bar) / (Full - Bar), 0, 1);
}
