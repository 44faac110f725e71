using LinqToDB.Mapping;

namespace ForexE2E.Storage.Retention;

/// <summary>A run in the archive: its row, what it was asked, how it ended, and its best set.</summary>
[Table("optimization_runs_archive")]
internal sealed class ArchivedRunRow
{
    [PrimaryKey, Column("id")]
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

    [Column("definition_json")]
    public string? DefinitionJson { get; set; }

    [Column("record_json")]
    public string? RecordJson { get; set; }

    [Column("stop_reason")]
    public string? StopReason { get; set; }

    [Column("best_trial")]
    public int? BestTrial { get; set; }

    [Column("best_parameters_json")]
    public string? BestParametersJson { get; set; }

    [Column("validations_json")]
    public string? ValidationsJson { get; set; }

    [Column("regimes_json")]
    public string? RegimesJson { get; set; }

    [Column("trials_stored")]
    public int TrialsStored { get; set; }

    [Column("archived_at")]
    public DateTime ArchivedAt { get; set; }

    public static ArchivedRunRow Of(Runs.Rows.RunRow run, Runs.Rows.RunDefinitionRow? definition, string? bestParameters, int trials, DateTime now) => new()
    {
        Id = run.Id,
        RunUuid = run.RunUuid,
        Symbol = run.Symbol,
        Timeframe = run.Timeframe,
        Method = run.Method,
        RegimeMode = run.RegimeMode,
        StartDate = run.StartDate,
        EndDate = run.EndDate,
        Trials = run.Trials,
        Status = run.Status,
        BestSharpe = run.BestSharpe,
        BestMaxDrawdown = run.BestMaxDrawdown,
        BestWinRate = run.BestWinRate,
        BestProfitFactor = run.BestProfitFactor,
        DurationSeconds = run.DurationSeconds,
        CreatedAt = run.CreatedAt,
        UpdatedAt = run.UpdatedAt,
        Notes = run.Notes,
        DefinitionJson = definition?.DefinitionJson,
        RecordJson = definition?.RecordJson,
        StopReason = definition?.StopReason,
        BestTrial = definition?.BestTrial,
        BestParametersJson = bestParameters,
        ValidationsJson = definition?.ValidationsJson,
        RegimesJson = definition?.RegimesJson,
        TrialsStored = trials,
        ArchivedAt = now,
    };
}
