using LinqToDB.Mapping;

namespace ForexE2E.Storage.Runs.Rows;

/// <summary>The life of a trial.</summary>
[Table("trials")]
internal sealed class TrialRow
{
    [PrimaryKey(0), Column("run_id")]
    public int RunId { get; set; }

    [PrimaryKey(1), Column("trial_number")]
    public int TrialNumber { get; set; }

    [Column("state")]
    public string State { get; set; } = "";

    [Column("attempts")]
    public int Attempts { get; set; }

    [Column("seen_json")]
    public string SeenJson { get; set; } = "";

    [Column("pending_json")]
    public string PendingJson { get; set; } = "";

    [Column("result_json")]
    public string? ResultJson { get; set; }

    [Column("reason")]
    public string? Reason { get; set; }

    [Column("windows_run")]
    public int? WindowsRun { get; set; }

    [Column("cpu_us")]
    public long? CpuMicroseconds { get; set; }

    [Column("created_at")]
    public DateTime CreatedAt { get; set; }

    [Column("finished_at")]
    public DateTime? FinishedAt { get; set; }
}
