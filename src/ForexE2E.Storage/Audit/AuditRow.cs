using LinqToDB.Mapping;

namespace ForexE2E.Storage.Audit;

/// <summary>An entry of the audit trail as its table has it.</summary>
[Table("audit_log")]
internal sealed class AuditRow
{
    [PrimaryKey, Identity, Column("id")]
    public int Id { get; set; }

    [Column("at")]
    public DateTime At { get; set; }

    [Column("actor")]
    public string Actor { get; set; } = "";

    [Column("action")]
    public string Action { get; set; } = "";

    [Column("subject")]
    public string Subject { get; set; } = "";

    [Column("detail")]
    public string? Detail { get; set; }
}
