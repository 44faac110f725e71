using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Json;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>Runs and trials as tables.</summary>
internal static class RunTables
{
    public static Table OfRuns(IEnumerable<RunSummary> runs)
    {
        Table table = Columns("Run", "Market", "Method", "State", ">Trials", ">Best Sharpe", ">Drawdown", "Began (UTC)", ">Took", "Notes");
        foreach (RunSummary run in runs)
        {
            string took = run.DurationSeconds is { } seconds ? Figures.Duration(TimeSpan.FromSeconds(seconds)) : Figures.Undefined;
            AddRow(table, run.Id.ToString(), run.Market.ToString(), Words.Of(run.Method), Words.Of(run.State),
                FormattableString.Invariant($"{run.Finished}/{run.Trials}"), Figures.Ratio(run.BestSharpe), Figures.Percent(run.BestMaxDrawdownPct),
                Figures.Instant(run.CreatedAt), took, run.Notes ?? "");
        }

        return table;
    }

    /// <param name="best">Numbers of the chosen trials.</param>
    public static Table OfTrials(IEnumerable<Trial> trials, IReadOnlySet<TrialNumber> best)
    {
        Table table = Columns(">Trial", "Regime", "State", "Feasible", ">Score", ">Sharpe", ">Return", ">Drawdown", ">Profit factor", ">Trades", "");
        foreach (Trial trial in trials)
        {
            PerformanceMetrics? m = trial.Result?.Metrics;
            AddRow(table, trial.Number.ToString(), trial.Regime.ToName(), Words.Of(trial.State), FeasibleWord(trial),
                Figures.Ratio(trial.Result?.Score), Figures.Ratio(m?.SharpeRatio), Figures.Percent(m?.TotalReturnPct), Figures.Percent(m?.MaxDrawdownPct),
                Figures.Ratio(m?.ProfitFactor), Figures.Count(m?.TotalTrades), trial.Reason ?? (best.Contains(trial.Number) ? "best" : ""));
        }

        return table;
    }

    private static string FeasibleWord(Trial trial) => trial switch
    {
        { Result: null } or { State: TrialState.Pruned } => Figures.Undefined,
        { Result.IsFeasible: true } => "yes",
        _ => "no",
    };

    // A leading > aligns the column to the right.
    private static Table Columns(params ReadOnlySpan<string> titles)
    {
        Table table = new Table().Border(TableBorder.Rounded);
        foreach (string title in titles)
        {
            TableColumn column = new(title.TrimStart('>')) { NoWrap = true };
            table.AddColumn(title.StartsWith('>') ? column.RightAligned() : column);
        }

        return table;
    }

    private static void AddRow(Table table, params string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);
}
