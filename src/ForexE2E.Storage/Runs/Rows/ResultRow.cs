using LinqToDB.Mapping;

namespace ForexE2E.Storage.Runs.Rows;

/// <summary>How good a trial was: the metrics of the specification. What is not defined is null.</summary>
[Table("optimization_results")]
internal sealed class ResultRow
{
    [PrimaryKey, Identity, Column("id")]
    public int Id { get; set; }

    [Column("run_id")]
    public int RunId { get; set; }

    [Column("trial_number")]
    public int TrialNumber { get; set; }

    [Column("regime")]
    public string? Regime { get; set; }

    [Column("total_return")]
    public double TotalReturn { get; set; }

    [Column("total_return_pct")]
    public double TotalReturnPct { get; set; }

    [Column("sharpe_ratio")]
    public double? SharpeRatio { get; set; }

    [Column("sortino_ratio")]
    public double? SortinoRatio { get; set; }

    [Column("calmar_ratio")]
    public double? CalmarRatio { get; set; }

    [Column("max_drawdown")]
    public double MaxDrawdown { get; set; }

    [Column("max_drawdown_pct")]
    public double MaxDrawdownPct { get; set; }

    [Column("win_rate")]
    public double? WinRate { get; set; }

    [Column("profit_factor")]
    public double? ProfitFactor { get; set; }

    [Column("total_trades")]
    public int TotalTrades { get; set; }

    [Column("winning_trades")]
    public int WinningTrades { get; set; }

    [Column("losing_trades")]
    public int LosingTrades { get; set; }

    [Column("avg_win")]
    public double? AvgWin { get; set; }

    [Column("avg_loss")]
    public double? AvgLoss { get; set; }

    [Column("expectancy")]
    public double? Expectancy { get; set; }

    [Column("total_costs")]
    public double TotalCosts { get; set; }

    [Column("avg_holding_time_hrs")]
    public double? AvgHoldingTimeHrs { get; set; }

    [Column("objective_value")]
    public double? ObjectiveValue { get; set; }

    [Column("is_pareto_optimal")]
    public bool? IsParetoOptimal { get; set; }

    [Column("created_at")]
    public DateTime CreatedAt { get; set; }
}
