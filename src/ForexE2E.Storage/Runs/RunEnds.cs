using System.Collections.Immutable;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Audit;
using ForexE2E.Storage.Runs.Json;
using ForexE2E.Storage.Runs.Rows;
using LinqToDB;
using LinqToDB.Data;

namespace ForexE2E.Storage.Runs;

/// <summary>Writes the end of a run, and takes it back when a stopped run goes on.</summary>
internal static class RunEnds
{
    /// <summary>Stores how a run ended. Completed and failed are for good: a later end is passed over.</summary>
    public static async Task Finish(DataConnection db, RunRow run, RunOutcome outcome, DateTime now, CancellationToken cancellation)
    {
        if (IsForGood(run))
        {
            return;
        }

        PerformanceMetrics? best = outcome.Best is { } number ? await MetricsOf(db, run, number, cancellation) : Together(outcome);
        await MarkFront(db, run, outcome, cancellation);
        await SetEnd(db, run, ColumnText.Of(outcome.State), best, (int)Math.Round(outcome.Duration.TotalSeconds), cancellation);
        await SetOutcome(db, run, outcome, now, cancellation);
        await AuditWrites.Add(db, AuditAction.RunEnded, run.RunUuid, $"{ColumnText.Of(outcome.State)}: {outcome.Reason}", now, cancellation);
        if (outcome.State == RunState.Completed)
        {
            await BestSets.Offer(db, run, outcome, now, cancellation);
        }
    }

    /// <exception cref="RunStoreException">The run has completed or failed.</exception>
    public static async Task Reopen(DataConnection db, RunRow run, DateTime now, CancellationToken cancellation)
    {
        if (IsForGood(run))
        {
            throw new RunStoreException($"Run {run.RunUuid} has {run.Status} and cannot be resumed; start a new one.");
        }

        await db.GetTable<ResultRow>().Where(r => r.RunId == run.Id && r.IsParetoOptimal == true)
            .Set(r => r.IsParetoOptimal, (bool?)false).UpdateAsync(cancellation);
        await SetEnd(db, run, ColumnText.Of(RunState.Running), null, null, cancellation);
        await AuditWrites.Add(db, AuditAction.RunReopened, run.RunUuid, null, now, cancellation);
        await db.GetTable<RunDefinitionRow>().Where(d => d.RunId == run.Id)
            .Set(d => d.StopReason, (string?)null)
            .Set(d => d.BestTrial, (int?)null)
            .Set(d => d.ValidationsJson, (string?)null)
            .Set(d => d.RegimesJson, (string?)null)
            .Set(d => d.DurationMicroseconds, (long?)null)
            .Set(d => d.FinishedAt, (DateTime?)null)
            .UpdateAsync(cancellation);
    }

    private static bool IsForGood(RunRow run) => ColumnText.Parse<RunState>(run.Status) is RunState.Completed or RunState.Failed;

    private static async Task<PerformanceMetrics> MetricsOf(DataConnection db, RunRow run, TrialNumber number, CancellationToken cancellation) =>
        (await RunReads.FindTrial(db, RunId.Parse(run.RunUuid), number, cancellation))?.Result?.Metrics
        ?? throw new RunStoreException($"Run {run.RunUuid} cannot have trial {number} as its best: no result of it is stored.");

    // A per-regime run is as good as its sets together, in sample.
    private static PerformanceMetrics? Together(RunOutcome outcome) => !outcome.HasBest || outcome.Validations.IsDefault
        ? null
        : outcome.Validations.FirstOrDefault(v => v is { Subject: "best", Sample: "in_sample" })?.Result.Metrics;

    private static async Task MarkFront(DataConnection db, RunRow run, RunOutcome outcome, CancellationToken cancellation)
    {
        // A trial's own row: in a global run the others are parts of it.
        bool isParted = ColumnText.Parse<RegimeMode>(run.RegimeMode) == RegimeMode.PerRegime;
        IQueryable<ResultRow> results = db.GetTable<ResultRow>().Where(r => r.RunId == run.Id && (isParted || r.Regime == TrialRows.Global));
        await results.Where(r => r.IsParetoOptimal == true).Set(r => r.IsParetoOptimal, (bool?)false).UpdateAsync(cancellation);
        int[] front = outcome.ParetoFront.IsDefault ? [] : [.. outcome.ParetoFront.Select(n => n.Value)];
        int marked = 0;
        // In parts, because a front may be longer than a statement's list of parameters.
        foreach (int[] part in front.Chunk(500))
        {
            marked += await results.Where(r => part.Contains(r.TrialNumber)).Set(r => r.IsParetoOptimal, (bool?)true).UpdateAsync(cancellation);
        }

        if (marked != front.Length)
        {
            throw new RunStoreException(FormattableString.Invariant(
                $"Run {run.RunUuid} cannot have a Pareto front of {front.Length} trials: results of only {marked} are stored."));
        }
    }

    private static Task<int> SetEnd(DataConnection db, RunRow run, string status, PerformanceMetrics? best, int? seconds, CancellationToken cancellation) =>
        db.GetTable<RunRow>().Where(r => r.Id == run.Id)
            .Set(r => r.Status, status)
            .Set(r => r.BestSharpe, best?.SharpeRatio)
            .Set(r => r.BestMaxDrawdown, best?.MaxDrawdownPct)
            .Set(r => r.BestWinRate, best?.WinRate)
            .Set(r => r.BestProfitFactor, best?.ProfitFactor)
            .Set(r => r.DurationSeconds, seconds)
            .UpdateAsync(cancellation);

    private static Task<int> SetOutcome(DataConnection db, RunRow run, RunOutcome outcome, DateTime now, CancellationToken cancellation)
    {
        int? best = outcome.Best?.Value;
        string? validations = outcome.Validations.IsDefaultOrEmpty
            ? null
            : StoredJson.Write(ImmutableArray.CreateRange(
                outcome.Validations.Select(v => v with { Result = TrialRows.Complete(v.Result) })));
        string? regimes = outcome.ByRegime.IsEmpty ? null : StoredJson.Write(outcome.ByRegime);
        long duration = outcome.Duration.Ticks / TimeSpan.TicksPerMicrosecond;
        return db.GetTable<RunDefinitionRow>().Where(d => d.RunId == run.Id)
            .Set(d => d.StopReason, outcome.Reason)
            .Set(d => d.BestTrial, best)
            .Set(d => d.ValidationsJson, validations)
            .Set(d => d.RegimesJson, regimes)
            .Set(d => d.DurationMicroseconds, duration)
            .Set(d => d.FinishedAt, now)
            .UpdateAsync(cancellation);
    }
}
