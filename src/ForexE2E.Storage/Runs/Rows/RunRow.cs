using LinqToDB.Mapping;

namespace ForexE2E.Storage.Runs.Rows;

/// <summary>A run as the specification's first table has it.</summary>
[Table("optimization_runs")]
internal sealed class RunRow
{
    [PrimaryKey, Identity, Column("id")]
    public int Id { get; set; }

    [Column("run_uuid")]
    public string RunUuid { get; set; } = "";

    [Column("symbol")]
    public string Symbol { get; set; } = "";

    [Column("timeframe")]
    public string Timeframe { get; set; } = "";

    [Column("optimization_method")]
    public string Method { get; set; } = "";

    [Column("regime_mode")]
    public string RegimeMode { get; set; } = "";

    [Column("start_date")]
    public DateTime StartDate { get; set; }

    [Column("end_date")]
    public DateTime EndDate { get; set; }

    [Column("n_trials")]
    public int Trials { get; set; }

    [Column("status")]
    public string Status { get; set; } = "";

    [Column("best_sharpe")]
    public double? BestSharpe { get; set; }

    [Column("best_max_drawdown")]
    public double? BestMaxDrawdown { get; set; }

    [Column("best_win_rate")]
    public double? BestWinRate { get; set; }

    [Column("best_profit_factor")]
    public double? BestProfitFactor { get; set; }

    [Column("total_duration_sec")]
    public int? DurationSeconds { get; set; }

    [Column("created_at")]
    public DateTime CreatedAt { get; set; }

    [Column("updated_at")]
    public DateTime UpdatedAt { get; set; }

    [Column("notes")]
    public string? Notes { get; set; }
}
