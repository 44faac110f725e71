using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Assessment;
using ForexE2E.Host.Json;
using ForexE2E.Host.Rendering;

namespace ForexE2E.Host.Pages;

/// <summary>The page of one run: how far it is, its best set beside the defaults, its trials.</summary>
internal static class RunPage
{
    // A longer table helps nobody; the JSON has all.
    private const int MostTrials = 500;

    /// <param name="ended">Null while it has not.</param>
    public static string Of(Run run, RunOutcome? ended, bool refresh)
    {
        RunOutcome outcome = ended ?? OutcomeSoFar.Of(run);
        Html page = new Html().Heading(1, $"Run {run.Id}");
        AddFacts(page, run, outcome, ended is not null);
        if (outcome.HasBest)
        {
            AddMeasurements(page, run, outcome);
            AddParameters(page, run, outcome);
        }
        else
        {
            page.Paragraph("No trial has kept the run's limits so far: there is no best set.");
        }

        AddTrials(page, run, outcome);
        page.Json($"/api/runs/{run.Id}");
        return Html.Page($"Run {run.Id.ToString()[..8]}", $"/runs/{run.Id}", refresh && run.State == RunState.Running, page);
    }

    private static void AddFacts(Html page, Run run, RunOutcome outcome, bool hasEnded)
    {
        RunDefinition d = run.Definition;
        page.Table("What it is", ["Fact", "Value"],
        [
            ["Market", $"{d.Market}, {Figures.Day(d.From)} to {Figures.LastDay(d.To)}, {(d.Data.IsSynthetic ? "generated bars" : "bars of a file")}"],
            ["State", hasEnded ? $"{Words.Of(run.State)}: {outcome.Reason}" : Words.Of(run.State)],
            ["Trials", new Cell(FormattableString.Invariant($"{run.Finished} of {d.Trials}"), Share: Math.Min(1, (double)run.Finished / d.Trials))],
            ["Method", FormattableString.Invariant($"{Words.Of(d.Method)}, {Words.Of(d.RegimeMode)}, {d.Parallel} at a time, seed {d.Seed}")],
            ["Windows", FormattableString.Invariant($"{run.Record.InSampleWindows} in sample, {run.Record.OutOfSampleWindows} held back")],
            ["Began", $"{Figures.Instant(run.CreatedAt)} UTC{(hasEnded ? $", took {Figures.Duration(outcome.Duration)}" : "")}"],
            ["Version", run.Record.CodeVersion],
        ]);
    }

    private static void AddMeasurements(Html page, Run run, RunOutcome outcome)
    {
        (string Title, PerformanceMetrics? Metrics)[] subjects = outcome.Validations.IsEmpty
            ? [.. Chosen(outcome).Select(c => ($"Trial {c.Trial} ({c.Name}), so far", run.Trials[c.Trial].Result?.Metrics))]
            : [.. outcome.Validations.Select(v => ($"{v.Subject}, {v.Sample.Replace('_', ' ')}", v.Result.Metrics))];
        page.Heading(2, "Best set").Table(
            $"Chosen: {string.Join(", ", Chosen(outcome).Select(c => $"trial {c.Trial} ({c.Name})"))}; Pareto front: trials {string.Join(", ", outcome.ParetoFront)}",
            ["Metric", .. subjects.Select(s => ">" + s.Title)],
            MetricsTable.Lines.Select(row => (IReadOnlyList<Cell>)[row.Name, .. subjects.Select(s => (Cell)(s.Metrics is null ? Figures.Undefined : row.Show(s.Metrics)))]));
    }

    private static void AddParameters(Html page, Run run, RunOutcome outcome)
    {
        ParameterSet defaults = RunDefaults.Of(run);
        (string Name, TrialNumber Trial)[] chosen = [.. Chosen(outcome)];
        ParameterSet[] sets = [.. chosen.Select(c => run.Trials[c.Trial].Parameters)];
        page.Heading(2, "Parameters").Table(
            "Those that differ from their default",
            ["Parameter", ">Default", .. chosen.Select(c => $">{c.Name}")],
            Enumerable.Range(0, defaults.Definitions.Count)
                .Where(i => sets.Any(s => s.Format(i) != defaults.Format(i)))
                .Select(i => (IReadOnlyList<Cell>)[defaults.Definitions[i].Name, defaults.Format(i), .. sets.Select(s => (Cell)s.Format(i))]));
    }

    private static void AddTrials(Html page, Run run, RunOutcome outcome)
    {
        HashSet<TrialNumber> best = [.. Chosen(outcome).Select(c => c.Trial)];
        HashSet<TrialNumber> front = [.. outcome.ParetoFront];
        page.Heading(2, "Trials").Table(
            run.Trials.Count > MostTrials ? $"The newest {MostTrials} of {run.Trials.Count}" : "The newest first",
            [">Trial", "Regime", "State", ">Score", ">Sharpe", ">Return", ">Drawdown", ">Trades", "Remark"],
            run.Trials.Values.Reverse().Take(MostTrials).Select(t => (IReadOnlyList<Cell>)
            [
                t.Number.ToString(), t.Regime.ToName(), Words.Of(t.State), Figures.Ratio(t.Result?.Score), Figures.Ratio(t.Result?.Metrics.SharpeRatio),
                Figures.Percent(t.Result?.Metrics.TotalReturnPct), Figures.Percent(t.Result?.Metrics.MaxDrawdownPct), Figures.Count(t.Result?.Metrics.TotalTrades),
                t.Reason ?? (best.Contains(t.Number) ? "best" : front.Contains(t.Number) ? "front" : t.Result is { IsFeasible: false } ? "outside the limits" : ""),
            ]));
    }

    private static IEnumerable<(string Name, TrialNumber Trial)> Chosen(RunOutcome outcome) => outcome.Best is { } best
        ? [("best", best)]
        : outcome.ByRegime.Where(r => r.Best is not null).Select(r => (r.Regime.ToName(), r.Best!.Value));
}
