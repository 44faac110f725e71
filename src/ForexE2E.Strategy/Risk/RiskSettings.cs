using ForexE2E.Domain.Parameters;

namespace ForexE2E.Strategy.Risk;

/// <summary>The 12 risk parameters of a set, unpacked; distances as fractions of price. A rule that is switched off has an infinite trigger.</summary>
internal readonly record struct RiskSettings
{
    public RiskSettings(ParameterSet p)
    {
        StopLoss = p["risk_stop_loss_pct"] / 100;
        TakeProfit = p["risk_take_profit_pct"] / 100;
        AtrMultiplier = p["risk_atr_multiplier"];
        AtrPeriod = p.GetInt("risk_atr_period");
        Trail = p["risk_trailing_stop_pct"] / 100;
        TrailFrom = p.GetBool("risk_use_trailing_stop") ? p["risk_trailing_activation_pct"] / 100 : double.PositiveInfinity;
        BreakevenFrom = p.GetBool("risk_use_breakeven_stop") ? p["risk_breakeven_trigger_pct"] / 100 : double.PositiveInfinity;
        MostMinutes = p.GetBool("risk_use_time_based_exit") ? 60 * p.GetInt("risk_max_holding_hours") : int.MaxValue;
        DailyLossLimit = p["risk_daily_loss_limit_pct"] / 100;
    }

    public double StopLoss { get; }

    public double TakeProfit { get; }

    public double AtrMultiplier { get; }

    public int AtrPeriod { get; }

    public double Trail { get; }

    public double TrailFrom { get; }

    public double BreakevenFrom { get; }

    /// <summary>Minutes a position may be open.</summary>
    public int MostMinutes { get; }

    /// <summary>Fraction of the equity at the start of the trading day.</summary>
    public double DailyLossLimit { get; init; }
}
