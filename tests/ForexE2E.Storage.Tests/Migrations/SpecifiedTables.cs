using ForexE2E.Storage.Database;

namespace ForexE2E.Storage.Tests.Migrations;

/// <summary>
/// The five tables as specification 3.2 writes them, with one deviation: metrics that may be undefined lack NOT NULL.
/// </summary>
internal static class SpecifiedTables
{
    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["optimization_runs"] = """
            id INTEGER NOT NULL; run_uuid VARCHAR(36) NOT NULL; symbol VARCHAR(20) NOT NULL; timeframe VARCHAR(10) NOT NULL;
            optimization_method VARCHAR(20) NOT NULL; regime_mode VARCHAR(20) NOT NULL; start_date DATETIME NOT NULL; end_date DATETIME NOT NULL;
            n_trials INTEGER NOT NULL; status VARCHAR(20) NOT NULL; best_sharpe FLOAT; best_max_drawdown FLOAT; best_win_rate FLOAT;
            best_profit_factor FLOAT; total_duration_sec INTEGER; created_at DATETIME NOT NULL; updated_at DATETIME NOT NULL; notes TEXT
            """,
        ["optimization_parameters"] = """
            id INTEGER NOT NULL; run_id INTEGER NOT NULL; trial_number INTEGER NOT NULL; regime VARCHAR(20); parameter_group VARCHAR(50) NOT NULL;
            parameter_name VARCHAR(100) NOT NULL; parameter_value TEXT NOT NULL; parameter_type VARCHAR(20) NOT NULL; created_at DATETIME NOT NULL
            """,
        ["optimization_results"] = """
            id INTEGER NOT NULL; run_id INTEGER NOT NULL; trial_number INTEGER NOT NULL; regime VARCHAR(20); total_return FLOAT NOT NULL;
            total_return_pct FLOAT NOT NULL; sharpe_ratio FLOAT; sortino_ratio FLOAT; calmar_ratio FLOAT; max_drawdown FLOAT NOT NULL;
            max_drawdown_pct FLOAT NOT NULL; win_rate FLOAT; profit_factor FLOAT; total_trades INTEGER NOT NULL; winning_trades INTEGER NOT NULL;
            losing_trades INTEGER NOT NULL; avg_win FLOAT; avg_loss FLOAT; expectancy FLOAT; total_costs FLOAT NOT NULL; avg_holding_time_hrs FLOAT;
            objective_value FLOAT; is_pareto_optimal BOOLEAN; created_at DATETIME NOT NULL
            """,
        ["regime_parameters"] = """
            id INTEGER NOT NULL; symbol VARCHAR(20) NOT NULL; timeframe VARCHAR(10) NOT NULL; regime VARCHAR(20) NOT NULL;
            optimization_run_id INTEGER NOT NULL; trial_number INTEGER NOT NULL; parameters_json TEXT NOT NULL; sharpe_ratio FLOAT;
            max_drawdown_pct FLOAT NOT NULL; win_rate FLOAT; is_active BOOLEAN; activated_at DATETIME; deactivated_at DATETIME;
            created_at DATETIME NOT NULL; updated_at DATETIME NOT NULL
            """,
        ["deployment_configs"] = """
            id INTEGER NOT NULL; symbol VARCHAR(20) NOT NULL; timeframe VARCHAR(10) NOT NULL; deployment_mode VARCHAR(20) NOT NULL;
            global_params_id INTEGER; regime_params_mapping TEXT; deployed_at DATETIME NOT NULL; deployed_by VARCHAR(100); is_active BOOLEAN;
            deactivated_at DATETIME; performance_metrics TEXT; notes TEXT
            """,
    };

    // What PostgreSQL calls the same types.
    private static readonly (string Specified, string Postgres)[] Names =
        [("VARCHAR", "character varying"), ("DATETIME", "timestamp without time zone"), ("FLOAT", "double precision"), ("INTEGER", "integer"), ("BOOLEAN", "boolean"), ("TEXT", "text")];

    public static string[] Indexes { get; } =
    [
        "idx_run_symbol_timeframe", "idx_run_status", "idx_run_created_at", "idx_params_run_trial", "idx_params_regime", "idx_params_group",
        "idx_results_run_trial", "idx_results_sharpe", "idx_results_drawdown", "idx_results_pareto", "idx_regime_params_active",
        "idx_regime_params_sharpe", "idx_deployment_active", "idx_deployment_date",
    ];

    public static IEnumerable<(string Table, string[] Columns)> Columns(DatabaseKind kind) => Tables.Select(t =>
        (t.Key, t.Value.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(c => kind == DatabaseKind.Postgres ? Names.Aggregate(c, (text, n) => text.Replace(n.Specified, n.Postgres, StringComparison.Ordinal)) : c).ToArray()));
}
