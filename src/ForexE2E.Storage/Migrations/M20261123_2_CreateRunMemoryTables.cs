using System.Data;
using FluentMigrator;

namespace ForexE2E.Storage.Migrations;

#pragma warning disable CA1707 // The file and class names carry the version: see docs/decisions/0002-storage.md.

/// <summary>
/// What a run needs to be shown, resumed and repeated and the specification's tables have no column for: its definition, the
/// life of its trials, and the results of their windows.
/// </summary>
[Migration(2026112302, "Definitions, trials and windows of runs")]
public sealed class M20261123_2_CreateRunMemoryTables : Migration
{
    public override void Up()
    {
        CreateDefinitions();
        CreateTrials();
        CreateWindows();
        // Asked when a run ends, and by the foreign key when one is deleted.
        Create.Index("idx_regime_params_run").OnTable("regime_parameters").OnColumn("optimization_run_id").Ascending();
    }

    public override void Down()
    {
        Delete.Index("idx_regime_params_run").OnTable("regime_parameters");
        Delete.Table("window_results");
        Delete.Table("trials");
        Delete.Table("run_definitions");
    }

    private void CreateDefinitions() =>
        Create.Table("run_definitions")
            .WithColumn("run_id").AsInt32().NotNullable().PrimaryKey("pk_run_definitions")
            .ForeignKey("fk_run_definitions_run", "optimization_runs", "id").OnDelete(Rule.Cascade)
            .WithColumn("definition_json").AsString(int.MaxValue).NotNullable()
            .WithColumn("record_json").AsString(int.MaxValue).NotNullable()
            .WithColumn("stop_reason").AsString(int.MaxValue).Nullable()
            .WithColumn("best_trial").AsInt32().Nullable()
            .WithColumn("validations_json").AsString(int.MaxValue).Nullable()
            .WithColumn("duration_us").AsInt64().Nullable()
            .WithColumn("finished_at").AsDateTime().Nullable();

    private void CreateTrials()
    {
        Create.Table("trials")
            .WithColumn("run_id").AsInt32().NotNullable().PrimaryKey("pk_trials")
            .ForeignKey("fk_trials_run", "optimization_runs", "id").OnDelete(Rule.Cascade)
            .WithColumn("trial_number").AsInt32().NotNullable().PrimaryKey("pk_trials")
            .WithColumn("state").AsString(20).NotNullable()
            .WithColumn("attempts").AsInt32().NotNullable()
            .WithColumn("seen_json").AsString(int.MaxValue).NotNullable()
            .WithColumn("pending_json").AsString(int.MaxValue).NotNullable()
            .WithColumn("result_json").AsString(int.MaxValue).Nullable()
            .WithColumn("reason").AsString(int.MaxValue).Nullable()
            .WithColumn("created_at").AsDateTime().NotNullable()
            .WithColumn("finished_at").AsDateTime().Nullable();
        Create.Index("idx_trials_run_state").OnTable("trials").OnColumn("run_id").Ascending().OnColumn("state").Ascending();
    }

    private void CreateWindows() =>
        Create.Table("window_results")
            .WithColumn("run_id").AsInt32().NotNullable().PrimaryKey("pk_window_results")
            .ForeignKey("fk_window_results_run", "optimization_runs", "id").OnDelete(Rule.Cascade)
            .WithColumn("trial_number").AsInt32().NotNullable().PrimaryKey("pk_window_results")
            .WithColumn("window_index").AsInt32().NotNullable().PrimaryKey("pk_window_results")
            .WithColumn("start_balance_cents").AsInt64().NotNullable()
            .WithColumn("end_balance_cents").AsInt64().NotNullable()
            .WithColumn("max_drawdown_cents").AsInt64().NotNullable()
            .WithColumn("max_drawdown_fraction").AsDouble().NotNullable()
            .WithColumn("trades").AsInt32().NotNullable()
            .WithColumn("wins").AsInt32().NotNullable()
            .WithColumn("losses").AsInt32().NotNullable()
            .WithColumn("gross_profit_cents").AsInt64().NotNullable()
            .WithColumn("gross_loss_cents").AsInt64().NotNullable()
            .WithColumn("costs_cents").AsInt64().NotNullable()
            .WithColumn("result_json").AsString(int.MaxValue).NotNullable()
            .WithColumn("created_at").AsDateTime().NotNullable();
}
