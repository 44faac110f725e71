using System.Collections.Immutable;

namespace ForexE2E.Storage.Backups;

/// <summary>The tables of a backup. A test holds this list against what the migrations create.</summary>
internal static class BackupTables
{
    /// <summary>Parents before children, so that rows can be inserted in this order; with the column that orders rows.</summary>
    public static ImmutableArray<(string Table, string OrderBy)> InOrder { get; } =
    [
        ("optimization_runs", "id"),
        ("run_definitions", "run_id"),
        ("trials", "run_id, trial_number"),
        ("optimization_parameters", "id"),
        ("optimization_results", "id"),
        ("window_results", "run_id, trial_number, window_index"),
        ("regime_parameters", "id"),
        ("deployment_configs", "id"),
        ("optimization_runs_archive", "id"),
        ("audit_log", "id"),
    ];
}
