using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Runs.Json;

namespace ForexE2E.Storage.Runs.Rows;

/// <summary>Trials to rows and back.</summary>
internal static class TrialRows
{
    /// <summary>The regime of a parameter set that serves all regimes.</summary>
    public static string Global { get; } = Regime.Global.ToName();

    /// <summary>States of trials that have ended, as the column spells them.</summary>
    public static ImmutableArray<string> Ended { get; } =
        [ColumnText.Of(TrialState.Completed), ColumnText.Of(TrialState.Pruned), ColumnText.Of(TrialState.Failed)];

    /// <param name="basis">A stored trial on which the text of what was seen may stand; null for none.</param>
    public static TrialRow TrialOf(int runId, Trial trial, SeenBasis? basis)
    {
        TrialRow row = EndOf(runId, trial);
        row.SeenJson = SeenTrials.Write(trial.Seen, basis);
        row.PendingJson = TrialNumbers.Write(trial.Pending.AsSpan());
        return row;
    }

    /// <summary>A trial's row but for what its sampler knew, which its end does not change and which may be long.</summary>
    public static TrialRow EndOf(int runId, Trial trial) => new()
    {
        RunId = runId,
        TrialNumber = trial.Number.Value,
        State = ColumnText.Of(trial.State),
        Attempts = trial.Attempts,
        ResultJson = trial.Result is { } result ? StoredJson.Write(Complete(result)) : null,
        Reason = trial.Reason,
        WindowsRun = trial.Windows,
        CpuMicroseconds = Microseconds(trial.CpuTime),
        CreatedAt = Instants.ToColumn(trial.CreatedAt),
        FinishedAt = Instants.ToColumn(trial.FinishedAt),
    };

    public static IEnumerable<ParameterRow> ParametersOf(int runId, Trial trial)
    {
        DateTime created = Instants.ToColumn(trial.CreatedAt);
        string regime = trial.Regime.ToName();
        for (int i = 0; i < trial.Parameters.Definitions.Count; i++)
        {
            ParameterDefinition definition = trial.Parameters.Definitions[i];
            yield return new ParameterRow
            {
                RunId = runId,
                TrialNumber = trial.Number.Value,
                Regime = regime,
                Group = definition.Group.ToName(),
                Name = definition.Name,
                Value = trial.Parameters.Format(i),
                Type = ParameterJson.TypeOf(definition),
                CreatedAt = created,
            };
        }
    }

    /// <summary>The trial's own row, with the regime it was tried in; then one for each regime its trades are told apart by.</summary>
    public static IEnumerable<ResultRow> ResultsOf(int runId, Trial trial, TrialResult result, DateTime now) =>
        result.ByRegime.Select(r => ResultOf(runId, trial, r.Regime, r.Metrics, r.Score, now))
            .Prepend(ResultOf(runId, trial, trial.Regime, result.Metrics, result.Score, now));

    private static ResultRow ResultOf(int runId, Trial trial, Regime regime, PerformanceMetrics m, double? score, DateTime now) =>
        new()
        {
            RunId = runId,
            TrialNumber = trial.Number.Value,
            Regime = regime.ToName(),
            TotalReturn = m.TotalReturn,
            TotalReturnPct = m.TotalReturnPct,
            SharpeRatio = m.SharpeRatio,
            SortinoRatio = m.SortinoRatio,
            CalmarRatio = m.CalmarRatio,
            MaxDrawdown = m.MaxDrawdown,
            MaxDrawdownPct = m.MaxDrawdownPct,
            WinRate = m.WinRate,
            ProfitFactor = m.ProfitFactor,
            TotalTrades = m.TotalTrades,
            WinningTrades = m.WinningTrades,
            LosingTrades = m.LosingTrades,
            AvgWin = m.AvgWin,
            AvgLoss = m.AvgLoss,
            Expectancy = m.Expectancy,
            TotalCosts = m.TotalCosts,
            AvgHoldingTimeHrs = m.AvgHoldingTimeHrs,
            ObjectiveValue = score,
            IsParetoOptimal = false,
            CreatedAt = Instants.ToColumn(trial.FinishedAt) ?? now,
        };

    public static Trial ToTrial(TrialRow row, ParameterValues values, TrialOrder seen) => new()
    {
        Number = new TrialNumber(row.TrialNumber),
        Regime = RegimeOf(values),
        State = ColumnText.Parse<TrialState>(row.State),
        Parameters = values.ToSet(),
        Seen = seen,
        Pending = TrialNumbers.Read(row.PendingJson),
        Attempts = row.Attempts,
        Result = row.ResultJson is { } json ? StoredJson.Read<TrialResult>(json) : null,
        Reason = row.Reason,
        Windows = row.WindowsRun,
        CpuTime = Span(row.CpuMicroseconds),
        CreatedAt = Instants.FromColumn(row.CreatedAt),
        FinishedAt = Instants.FromColumn(row.FinishedAt),
    };

    public static WindowRow WindowOf(int runId, TrialNumber number, WindowResult window, DateTime now) => new()
    {
        RunId = runId,
        TrialNumber = number.Value,
        WindowIndex = window.Index,
        StartBalanceCents = window.StartBalanceCents,
        EndBalanceCents = window.EndBalanceCents,
        MaxDrawdownCents = window.MaxDrawdownCents,
        MaxDrawdownFraction = window.MaxDrawdownFraction,
        Trades = window.Totals.Trades,
        Wins = window.Totals.Wins,
        Losses = window.Totals.Losses,
        GrossProfitCents = window.Totals.GrossProfitCents,
        GrossLossCents = window.Totals.GrossLossCents,
        CostsCents = window.Totals.SpreadCents + window.Totals.CommissionCents + window.Totals.SlippageCents + window.Totals.SwapCents,
        ResultJson = StoredJson.Write(window),
        CpuMicroseconds = Microseconds(window.CpuTime),
        CreatedAt = now,
    };

    /// <summary>A window from its columns.</summary>
    public static WindowResult ToWindow(string json, long? cpuMicroseconds) => StoredJson.Read<WindowResult>(json) with { CpuTime = Span(cpuMicroseconds) };

    private static Regime RegimeOf(ParameterValues values)
    {
        try
        {
            return RegimeNames.Parse(values.Regime);
        }
        catch (FormatException e)
        {
            throw new RunStoreException($"The parameters of a trial were stored by another program: {e.Message}", e);
        }
    }

    /// <summary>A result whose absent objectives are an empty list, which JSON can say.</summary>
    public static TrialResult Complete(TrialResult result) => result.Objectives.IsDefault ? result with { Objectives = [] } : result;

    private static long? Microseconds(TimeSpan? time) => time is { } t ? t.Ticks / TimeSpan.TicksPerMicrosecond : null;

    private static TimeSpan? Span(long? microseconds) => microseconds is { } us ? TimeSpan.FromMicroseconds(us) : null;
}
