using FluentMigrator;

namespace ForexE2E.Storage.Migrations;

#pragma warning disable CA1707 // The file and class names carry the version: see docs/decisions/0002-storage.md.

/// <summary>
/// Where old runs go (specification 3.4), and who did what. Neither has a foreign key: both outlive what they speak of.
/// </summary>
[Migration(2026112310, "Archive of old runs and audit trail")]
public sealed class M20261123_10_CreateArchiveAndAudit : Migration
{
    public override void Up()
    {
        CreateArchive();
        CreateAuditLog();
    }

    public override void Down()
    {
        Delete.Table("audit_log");
        Delete.Table("optimization_runs_archive");
    }

    private void CreateArchive()
    {
        Create.Table("optimization_runs_archive")
            .WithColumn("id").AsInt32().NotNullable().PrimaryKey("pk_optimization_runs_archive")
            .WithColumn("run_uuid").AsString(36).NotNullable()
            .WithColumn("symbol").AsString(20).NotNullable()
            .WithColumn("timeframe").AsString(10).NotNullable()
            .WithColumn("optimization_method").AsString(20).NotNullable()
            .WithColumn("regime_mode").AsString(20).NotNullable()
            .WithColumn("start_date").AsDateTime().NotNullable()
            .WithColumn("end_date").AsDateTime().NotNullable()
            .WithColumn("n_trials").AsInt32().NotNullable()
            .WithColumn("status").AsString(20).NotNullable()
            .WithColumn("best_sharpe").AsDouble().Nullable()
            .WithColumn("best_max_drawdown").AsDouble().Nullable()
            .WithColumn("best_win_rate").AsDouble().Nullable()
            .WithColumn("best_profit_factor").AsDouble().Nullable()
            .WithColumn("total_duration_sec").AsInt32().Nullable()
            .WithColumn("created_at").AsDateTime().NotNullable()
            .WithColumn("updated_at").AsDateTime().NotNullable()
            .WithColumn("notes").AsString(int.MaxValue).Nullable()
            .WithColumn("definition_json").AsString(int.MaxValue).Nullable()
            .WithColumn("record_json").AsString(int.MaxValue).Nullable()
            .WithColumn("stop_reason").AsString(int.MaxValue).Nullable()
            .WithColumn("best_trial").AsInt32().Nullable()
            .WithColumn("best_parameters_json").AsString(int.MaxValue).Nullable()
            .WithColumn("validations_json").AsString(int.MaxValue).Nullable()
            .WithColumn("trials_stored").AsInt32().NotNullable()
            .WithColumn("archived_at").AsDateTime().NotNullable();
        Create.UniqueConstraint("uq_runs_archive_uuid").OnTable("optimization_runs_archive").Column("run_uuid");
        Create.Index("idx_runs_archive_created_at").OnTable("optimization_runs_archive").OnColumn("created_at").Descending();
    }

    private void CreateAuditLog()
    {
        Create.Table("audit_log")
            .WithColumn("id").AsInt32().NotNullable().PrimaryKey("pk_audit_log").Identity()
            .WithColumn("at").AsDateTime().NotNullable()
            .WithColumn("actor").AsString(200).NotNullable()
            .WithColumn("action").AsString(50).NotNullable()
            .WithColumn("subject").AsString(200).NotNullable()
            .WithColumn("detail").AsString(int.MaxValue).Nullable();
        Create.Index("idx_audit_at").OnTable("audit_log").OnColumn("at").Descending();
        Create.Index("idx_audit_subject").OnTable("audit_log").OnColumn("subject").Ascending().OnColumn("id").Ascending();
    }
}
