using LinqToDB.Mapping;

namespace ForexE2E.Storage.Runs.Rows;

/// <summary>A parameter set that a run found best, ready to be deployed.</summary>
[Table("regime_parameters")]
internal sealed class RegimeParametersRow
{
    [PrimaryKey, Identity, Column("id")]
    public int Id { get; set; }

    [Column("symbol")]
    public string Symbol { get; set; } = "";

    [Column("timeframe")]
    public string Timeframe { get; set; } = "";

    [Column("regime")]
    public string Regime { get; set; } = "";

    [Column("optimization_run_id")]
    public int RunId { get; set; }

    [Column("trial_number")]
    public int TrialNumber { get; set; }

    [Column("parameters_json")]
    public string ParametersJson { get; set; } = "";

    [Column("sharpe_ratio")]
    public double? SharpeRatio { get; set; }

    [Column("max_drawdown_pct")]
    public double MaxDrawdownPct { get; set; }

    [Column("win_rate")]
    public double? WinRate { get; set; }

    [Column("is_active")]
    public bool? IsActive { get; set; }

    [Column("activated_at")]
    public DateTime? ActivatedAt { get; set; }

    [Column("deactivated_at")]
    public DateTime? DeactivatedAt { get; set; }

    [Column("created_at")]
    public DateTime CreatedAt { get; set; }

    [Column("updated_at")]
    public DateTime UpdatedAt { get; set; }
}
