using LinqToDB.Mapping;

namespace ForexE2E.Storage.Runs.Rows;

/// <summary>What a run was asked, what was found at its start, and how it ended.</summary>
[Table("run_definitions")]
internal sealed class RunDefinitionRow
{
    [PrimaryKey, Column("run_id")]
    public int RunId { get; set; }

    [Column("definition_json")]
    public string DefinitionJson { get; set; } = "";

    [Column("record_json")]
    public string RecordJson { get; set; } = "";

    [Column("stop_reason")]
    public string? StopReason { get; set; }

    [Column("best_trial")]
    public int? BestTrial { get; set; }

    [Column("validations_json")]
    public string? ValidationsJson { get; set; }

    [Column("regimes_json")]
    public string? RegimesJson { get; set; }

    [Column("duration_us")]
    public long? DurationMicroseconds { get; set; }

    [Column("finished_at")]
    public DateTime? FinishedAt { get; set; }
}
