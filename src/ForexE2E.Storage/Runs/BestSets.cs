using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs.Json;
using ForexE2E.Storage.Runs.Rows;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace ForexE2E.Storage.Runs;

/// <summary>Adds the sets a completed run found best to regime_parameters (specification 4.1, step 9). Not active: that is a deployment's decision.</summary>
internal static class BestSets
{
    /// <summary>One row with regime global, or one for each regime; a run that has rows is left as it is.</summary>
    public static async Task Offer(DataConnection db, RunRow run, RunOutcome outcome, DateTime now, CancellationToken cancellation)
    {
        if (!outcome.HasBest || await db.GetTable<RegimeParametersRow>().AnyAsync(p => p.RunId == run.Id, cancellation))
        {
            return;
        }

        foreach ((Regime regime, TrialNumber number) in Chosen(outcome))
        {
            await Offer(db, run, regime, number, now, cancellation);
        }
    }

    /// <summary>The rows of a run, in the order they were added.</summary>
    public static async Task<IReadOnlyList<BestSet>> Find(DataConnection db, RunId run, CancellationToken cancellation)
    {
        const string Sql = "SELECT p.regime, p.trial_number, p.parameters_json FROM optimization_runs r "
            + "JOIN regime_parameters p ON p.optimization_run_id = r.id WHERE r.run_uuid = $1 ORDER BY p.id";
        return await RowStatements.Query(db, Sql, [run.ToString()], r => new BestSet(
            RegimeNames.Parse(r.GetString(0)),
            new TrialNumber(r.GetInt32(1)),
            ParameterJson.Read(r.GetString(2), $"The best set of run {run}")), cancellation);
    }

    // Where nothing was feasible the defaults serve, as in the validation: they were the regime's first trial.
    private static IEnumerable<(Regime Regime, TrialNumber Number)> Chosen(RunOutcome outcome) => outcome.Best is { } best
        ? [(Regime.Global, best)]
        : outcome.ByRegime.Select(r => (r.Regime, r.Best ?? new TrialNumber(RegimeNames.States.IndexOf(r.Regime))));

    private static async Task Offer(DataConnection db, RunRow run, Regime regime, TrialNumber number, DateTime now, CancellationToken cancellation)
    {
        if (await RunReads.FindTrial(db, RunId.Parse(run.RunUuid), number, cancellation) is not { Result.Metrics: { } metrics } trial)
        {
            return;
        }

        RegimeParametersRow row = new()
        {
            Symbol = run.Symbol,
            Timeframe = run.Timeframe,
            Regime = regime.ToName(),
            RunId = run.Id,
            TrialNumber = number.Value,
            ParametersJson = ParameterJson.Write(trial.Parameters),
            SharpeRatio = metrics.SharpeRatio,
            MaxDrawdownPct = metrics.MaxDrawdownPct,
            WinRate = metrics.WinRate,
            IsActive = false,
            CreatedAt = now,
            UpdatedAt = now,
        };
        await db.InsertAsync(row, token: cancellation);
    }
}
