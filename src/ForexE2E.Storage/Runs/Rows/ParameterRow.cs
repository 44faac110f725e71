using LinqToDB.Mapping;

namespace ForexE2E.Storage.Runs.Rows;

/// <summary>One value of a trial's parameter set.</summary>
[Table("optimization_parameters")]
internal sealed class ParameterRow
{
    [PrimaryKey, Identity, Column("id")]
    public int Id { get; set; }

    [Column("run_id")]
    public int RunId { get; set; }

    [Column("trial_number")]
    public int TrialNumber { get; set; }

    [Column("regime")]
    public string? Regime { get; set; }

    [Column("parameter_group")]
    public string Group { get; set; } = "";

    [Column("parameter_name")]
    public string Name { get; set; } = "";

    [Column("parameter_value")]
    public string Value { get; set; } = "";

    [Column("parameter_type")]
    public string Type { get; set; } = "";

    [Column("created_at")]
    public DateTime CreatedAt { get; set; }
}
