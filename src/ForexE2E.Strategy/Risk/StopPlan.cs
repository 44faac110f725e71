using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Strategy.Risk;

/// <summary>Stop and target of a new position, in points.</summary>
/// <param name="Distance">From the entry to the stop, at least one.</param>
internal readonly record struct StopPlan(int StopPoints, ExitReason StopReason, int TargetPoints, int Distance)
{
    /// <summary>The nearer of the hard stop and the volatility stop rules; of equals the volatility stop, which comes first in the exits' order.</summary>
    /// <param name="atr">Average true range known at the signal, in points.</param>
    public static StopPlan At(Side side, int entryPoints, double atr, in RiskSettings risk)
    {
        int hard = Points(entryPoints * risk.StopLoss);
        int volatility = Points(atr * risk.AtrMultiplier);
        int distance = Math.Min(hard, volatility);
        int target = Points(entryPoints * risk.TakeProfit);
        return new StopPlan(
            Math.Max(1, entryPoints - ((int)side * distance)),
            volatility <= hard ? ExitReason.AtrStop : ExitReason.StopLoss,
            Math.Max(1, entryPoints + ((int)side * target)),
            distance);
    }

    /// <summary>The nearest whole number of points, at least one.</summary>
    public static int Points(double points) => Math.Max(1, (int)Math.Floor(points + 0.5));
}
