using System.Data;
using FluentMigrator;

namespace ForexE2E.Storage.Migrations;

#pragma warning disable CA1707 // The file and class names carry the version: see docs/decisions/0002-storage.md.

/// <summary>
/// The five tables of specification 3.2. Their columns are the specification's and no others; metrics that may be undefined
/// are nullable. Instants are UTC without a zone.
/// </summary>
[Migration(2026112301, "The five tables of specification 3.2")]
public sealed class M20261123_1_CreateOptimizationTables : Migration
{
    public override void Up()
    {
        CreateRuns();
        CreateParameters();
        CreateResults();
        CreateRegimeParameters();
        CreateDeployments();
    }

    public override void Down()
    {
        Delete.Table("deployment_configs");
        Delete.Table("regime_parameters");
        Delete.Table("optimization_results");
        Delete.Table("optimization_parameters");
        Delete.Table("optimization_runs");
    }

    private void CreateRuns()
    {
        Create.Table("optimization_runs")
            .WithColumn("id").AsInt32().NotNullable().PrimaryKey("pk_optimization_runs").Identity()
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
            .WithColumn("created_at").AsDateTime().NotNullable().WithDefault(SystemMethods.CurrentUTCDateTime)
            .WithColumn("updated_at").AsDateTime().NotNullable().WithDefault(SystemMethods.CurrentUTCDateTime)
            .WithColumn("notes").AsString(int.MaxValue).Nullable();
        Create.UniqueConstraint("uq_run_uuid").OnTable("optimization_runs").Column("run_uuid");
        Create.Index("idx_run_symbol_timeframe").OnTable("optimization_runs").OnColumn("symbol").Ascending().OnColumn("timeframe").Ascending();
        Create.Index("idx_run_status").OnTable("optimization_runs").OnColumn("status").Ascending();
        Create.Index("idx_run_created_at").OnTable("optimization_runs").OnColumn("created_at").Descending();
    }

    private void CreateParameters()
    {
        Create.Table("optimization_parameters")
            .WithColumn("id").AsInt32().NotNullable().PrimaryKey("pk_optimization_parameters").Identity()
            .WithColumn("run_id").AsInt32().NotNullable().ForeignKey("fk_params_run", "optimization_runs", "id").OnDelete(Rule.Cascade)
            .WithColumn("trial_number").AsInt32().NotNullable()
            .WithColumn("regime").AsString(20).Nullable()
            .WithColumn("parameter_group").AsString(50).NotNullable()
            .WithColumn("parameter_name").AsString(100).NotNullable()
            .WithColumn("parameter_value").AsString(int.MaxValue).NotNullable()
            .WithColumn("parameter_type").AsString(20).NotNullable()
            .WithColumn("created_at").AsDateTime().NotNullable().WithDefault(SystemMethods.CurrentUTCDateTime);
        Create.UniqueConstraint("uq_params_run_trial_regime_group_name").OnTable("optimization_parameters")
            .Columns("run_id", "trial_number", "regime", "parameter_group", "parameter_name");
        Create.Index("idx_params_run_trial").OnTable("optimization_parameters").OnColumn("run_id").Ascending().OnColumn("trial_number").Ascending();
        Create.Index("idx_params_regime").OnTable("optimization_parameters").OnColumn("regime").Ascending();
        Create.Index("idx_params_group").OnTable("optimization_parameters").OnColumn("parameter_group").Ascending();
    }

    private void CreateResults()
    {
        Create.Table("optimization_results")
            .WithColumn("id").AsInt32().NotNullable().PrimaryKey("pk_optimization_results").Identity()
            .WithColumn("run_id").AsInt32().NotNullable().ForeignKey("fk_results_run", "optimization_runs", "id").OnDelete(Rule.Cascade)
            .WithColumn("trial_number").AsInt32().NotNullable()
            .WithColumn("regime").AsString(20).Nullable()
            .WithColumn("total_return").AsDouble().NotNullable()
            .WithColumn("total_return_pct").AsDouble().NotNullable()
            .WithColumn("sharpe_ratio").AsDouble().Nullable()
            .WithColumn("sortino_ratio").AsDouble().Nullable()
            .WithColumn("calmar_ratio").AsDouble().Nullable()
            .WithColumn("max_drawdown").AsDouble().NotNullable()
            .WithColumn("max_drawdown_pct").AsDouble().NotNullable()
            .WithColumn("win_rate").AsDouble().Nullable()
            .WithColumn("profit_factor").AsDouble().Nullable()
            .WithColumn("total_trades").AsInt32().NotNullable()
            .WithColumn("winning_trades").AsInt32().NotNullable()
            .WithColumn("losing_trades").AsInt32().NotNullable()
            .WithColumn("avg_win").AsDouble().Nullable()
            .WithColumn("avg_loss").AsDouble().Nullable()
            .WithColumn("expectancy").AsDouble().Nullable()
            .WithColumn("total_costs").AsDouble().NotNullable()
            .WithColumn("avg_holding_time_hrs").AsDouble().Nullable()
            .WithColumn("objective_value").AsDouble().Nullable()
            .WithColumn("is_pareto_optimal").AsBoolean().Nullable().WithDefaultValue(false)
            .WithColumn("created_at").AsDateTime().NotNullable().WithDefault(SystemMethods.CurrentUTCDateTime);
        Create.Index("idx_results_run_trial").OnTable("optimization_results").OnColumn("run_id").Ascending().OnColumn("trial_number").Ascending();
        Create.Index("idx_results_sharpe").OnTable("optimization_results").OnColumn("sharpe_ratio").Descending();
        Create.Index("idx_results_drawdown").OnTable("optimization_results").OnColumn("max_drawdown_pct").Ascending();
        // FluentMigrator knows partial indexes on PostgreSQL only; the sentence is the same in both databases.
        Execute.Sql("CREATE INDEX idx_results_pareto ON optimization_results (is_pareto_optimal) WHERE is_pareto_optimal = TRUE");
    }

    private void CreateRegimeParameters()
    {
        Create.Table("regime_parameters")
            .WithColumn("id").AsInt32().NotNullable().PrimaryKey("pk_regime_parameters").Identity()
            .WithColumn("symbol").AsString(20).NotNullable()
            .WithColumn("timeframe").AsString(10).NotNullable()
            .WithColumn("regime").AsString(20).NotNullable()
            .WithColumn("optimization_run_id").AsInt32().NotNullable().ForeignKey("fk_regime_params_run", "optimization_runs", "id")
            .WithColumn("trial_number").AsInt32().NotNullable()
            .WithColumn("parameters_json").AsString(int.MaxValue).NotNullable()
            .WithColumn("sharpe_ratio").AsDouble().Nullable()
            .WithColumn("max_drawdown_pct").AsDouble().NotNullable()
            .WithColumn("win_rate").AsDouble().Nullable()
            .WithColumn("is_active").AsBoolean().Nullable().WithDefaultValue(false)
            .WithColumn("activated_at").AsDateTime().Nullable()
            .WithColumn("deactivated_at").AsDateTime().Nullable()
            .WithColumn("created_at").AsDateTime().NotNullable().WithDefault(SystemMethods.CurrentUTCDateTime)
            .WithColumn("updated_at").AsDateTime().NotNullable().WithDefault(SystemMethods.CurrentUTCDateTime);
        Create.Index("idx_regime_params_active").OnTable("regime_parameters")
            .OnColumn("symbol").Ascending().OnColumn("timeframe").Ascending().OnColumn("regime").Ascending().OnColumn("is_active").Ascending();
        Create.Index("idx_regime_params_sharpe").OnTable("regime_parameters").OnColumn("sharpe_ratio").Descending();
        Execute.Sql("CREATE UNIQUE INDEX uq_regime_params_active ON regime_parameters (symbol, timeframe, regime) WHERE is_active = TRUE");
    }

    private void CreateDeployments()
    {
        Create.Table("deployment_configs")
            .WithColumn("id").AsInt32().NotNullable().PrimaryKey("pk_deployment_configs").Identity()
            .WithColumn("symbol").AsString(20).NotNullable()
            .WithColumn("timeframe").AsString(10).NotNullable()
            .WithColumn("deployment_mode").AsString(20).NotNullable()
            .WithColumn("global_params_id").AsInt32().Nullable().ForeignKey("fk_deployment_params", "regime_parameters", "id")
            .WithColumn("regime_params_mapping").AsString(int.MaxValue).Nullable()
            .WithColumn("deployed_at").AsDateTime().NotNullable().WithDefault(SystemMethods.CurrentUTCDateTime)
            .WithColumn("deployed_by").AsString(100).Nullable()
            .WithColumn("is_active").AsBoolean().Nullable().WithDefaultValue(true)
            .WithColumn("deactivated_at").AsDateTime().Nullable()
            .WithColumn("performance_metrics").AsString(int.MaxValue).Nullable()
            .WithColumn("notes").AsString(int.MaxValue).Nullable();
        Create.Index("idx_deployment_active").OnTable("deployment_configs")
            .OnColumn("symbol").Ascending().OnColumn("timeframe").Ascending().OnColumn("is_active").Ascending();
        Create.Index("idx_deployment_date").OnTable("deployment_configs").OnColumn("deployed_at").Descending();
        Execute.Sql("CREATE UNIQUE INDEX uq_deployment_active ON deployment_configs (symbol, timeframe) WHERE is_active = TRUE");
    }
}
