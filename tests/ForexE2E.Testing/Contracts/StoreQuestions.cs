using System.Collections.Immutable;

namespace ForexE2E.Testing.Contracts;

/// <summary>What the product asks of its database, as sentences both databases understand: a test and a bench ask how they are answered.</summary>
public static class StoreQuestions
{
    /// <param name="run">Key of a stored run.</param>
    /// <param name="trial">Number of one of its trials.</param>
    public static ImmutableArray<string> Of(int run, int trial) =>
    [
        "SELECT * FROM optimization_runs WHERE run_uuid = 'x'",
        "SELECT * FROM optimization_runs ORDER BY created_at DESC LIMIT 20",
        "SELECT * FROM optimization_runs WHERE symbol = 'GBPUSD' AND timeframe = '5m'",
        "SELECT * FROM optimization_runs WHERE status = 'running'",
        FormattableString.Invariant($"SELECT * FROM run_definitions WHERE run_id = {run}"),
        FormattableString.Invariant($"SELECT * FROM trials WHERE run_id = {run}"),
        FormattableString.Invariant($"SELECT state FROM trials WHERE run_id = {run} AND trial_number = {trial}"),
        FormattableString.Invariant($"SELECT count(*) FROM trials WHERE run_id = {run} AND state = 'completed'"),
        FormattableString.Invariant($"SELECT * FROM optimization_parameters WHERE run_id = {run}"),
        FormattableString.Invariant($"SELECT * FROM optimization_parameters WHERE run_id = {run} AND trial_number = {trial}"),
        FormattableString.Invariant($"SELECT * FROM optimization_results WHERE run_id = {run} AND trial_number = {trial}"),
        "SELECT * FROM optimization_results WHERE is_pareto_optimal = TRUE",
        FormattableString.Invariant($"SELECT * FROM window_results WHERE run_id = {run} AND trial_number = {trial} ORDER BY window_index"),
        "SELECT * FROM regime_parameters WHERE symbol = 'EURUSD' AND timeframe = '5m' AND regime = 'ranging' AND is_active = TRUE",
        FormattableString.Invariant($"SELECT * FROM regime_parameters WHERE optimization_run_id = {run}"),
        "SELECT * FROM deployment_configs WHERE symbol = 'EURUSD' AND timeframe = '5m' AND is_active = TRUE",
        "SELECT * FROM optimization_runs_archive WHERE run_uuid = 'x'",
        "SELECT * FROM audit_log ORDER BY at DESC LIMIT 50",
    ];
}
