using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Performance;

namespace ForexE2E.Domain.Tests.Objectives;

public sealed class ObjectiveSetTests
{
    private static readonly PerformanceMetrics Good = new()
    {
        TotalReturn = 5_000,
        TotalReturnPct = 5,
        SharpeRatio = 1.5,
        MaxDrawdown = 8_000,
        MaxDrawdownPct = 8,
        WinRate = 0.5,
        ProfitFactor = 1.4,
        TotalTrades = 60,
        WinningTrades = 30,
        LosingTrades = 30,
        TotalCosts = 900,
        SpreadCosts = 500,
        CommissionCosts = 300,
        SlippageCosts = 50,
        SwapCosts = 50,
        CostRatio = 0.05,
        MaxDailyLossPct = 2,
        TradingDays = 100,
        PeriodsPerYear = 252,
    };

    [Fact]
    public void The_score_weighs_each_objective_by_its_scale_and_direction()
    {
        ObjectiveSet set = ObjectiveSet.Default;

        double score = set.Score(set.ValuesOf(Good)!.Value);

        Assert.Equal((0.5 * 1.5) - (0.3 * 8 / 10) + (0.15 * 1.4) - (0.05 * 0.05 / 0.1), score, 12);
    }

    [Fact]
    public void A_metric_keeps_its_sign_and_only_the_loss_turns_it()
    {
        ObjectiveSet set = ObjectiveSet.Default;

        Assert.Equal(new[] { 1.5, 8, 1.4, 0.05 }, set.ValuesOf(Good)!.Value.AsSpan().ToArray());
        Assert.Equal(new[] { -1.5, 8, -1.4, 0.05 }, set.ToLosses(set.ValuesOf(Good)!.Value).AsSpan().ToArray());
    }

    [Fact]
    public void Without_a_losing_trade_the_profit_factor_counts_as_its_cap() =>
        Assert.Equal(10, ObjectiveSet.Default.ValuesOf(Good with { ProfitFactor = null, LosingTrades = 0 })!.Value[2]);

    [Fact]
    public void Without_gross_profit_the_cost_ratio_counts_as_its_cap() =>
        Assert.Equal(10, ObjectiveSet.Default.ValuesOf(Good with { CostRatio = null, WinningTrades = 0 })!.Value[3]);

    [Fact]
    public void A_result_without_variance_has_no_objectives() =>
        Assert.Null(ObjectiveSet.Default.ValuesOf(Good with { SharpeRatio = null }));

    [Fact]
    public void Limits_that_are_kept_cost_nothing() =>
        Assert.Equal(0, new Feasibility(30, MaxDrawdownPct: 15, MinWinRate: 0.5, MaxDailyLossPct: 3, MinSharpe: 1).Violation(Good));

    [Fact]
    public void Each_broken_limit_adds_its_relative_shortfall()
    {
        double violation = new Feasibility(120, MaxDrawdownPct: 4, MinWinRate: 0.6, MaxDailyLossPct: 1, MinSharpe: 3).Violation(Good);

        Assert.Equal(0.5 + 1 + (0.1 / 0.6) + 1 + 0.5, violation, 12);
    }

    [Fact]
    public void A_run_without_trades_is_never_feasible() =>
        Assert.True(new Feasibility().Violation(Good with { TotalTrades = 0, MaxDrawdownPct = 0 }) > 0);
}
