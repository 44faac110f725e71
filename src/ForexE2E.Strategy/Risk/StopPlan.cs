using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Sssd;

namespace ForexE2E.Strategy.Risk;

/// <summary>Stop and target of a new position, in points.</summary>
/// <param name="Distance">From the entry to the stop, at least one.</param>
internal readonly record struct StopPlan(int StopPoints, ExitReason StopReason, int TargetPoints, int Distance)
{
    /// <summary>The nearest of hard, volatility, technical and forecast stop rules; of equals the volatility, then the technical, then the forecast stop, as in the exits' order. So does the nearer target.</summary>
    /// <param name="atr">Average true range known at the signal, in points.</param>
    /// <param name="terms">Of the pattern the trade acts on.</param>
    /// <param name="forecast">Quantiles to stop and to gain at; one on the wrong side of the entry says nothing.</param>
    public static StopPlan At(Side side, int entryPoints, double atr, in RiskSettings risk, in TechnicalTerms terms = default, SssdReading? forecast = null)
    {
        int hard = Points(entryPoints * risk.StopLoss);
        int volatility = Points(atr * risk.AtrMultiplier);
        int technical = terms.StopDistance > 0 ? terms.StopDistance : int.MaxValue;
        int forecastStop = Quantile(entryPoints, forecast?.StopDistance(side));
        int distance = Math.Min(Math.Min(technical, forecastStop), Math.Min(hard, volatility));
        int profit = Points(entryPoints * risk.TakeProfit);
        int target = Math.Min(terms.TargetDistance > 0 ? Math.Min(profit, terms.TargetDistance) : profit, Quantile(entryPoints, forecast?.TargetDistance(side)));
        ExitReason reason = volatility <= distance ? ExitReason.AtrStop
            : technical <= distance ? ExitReason.TechnicalStop
            : forecastStop <= distance ? ExitReason.ForecastStop
            : ExitReason.StopLoss;
        return new StopPlan(
            Math.Max(1, entryPoints - ((int)side * distance)),
            reason,
            Math.Max(1, entryPoints + ((int)side * target)),
            distance);
    }

    /// <summary>The nearest whole number of points, at least one.</summary>
    public static int Points(double points) => Math.Max(1, (int)Math.Floor(points + 0.5));

    private static int Quantile(int entryPoints, float? fraction) => fraction > 0 ? Points(entryPoints * (double)fraction.Value) : int.MaxValue;
}
