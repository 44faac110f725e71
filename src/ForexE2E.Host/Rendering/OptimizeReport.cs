using System.Globalization;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Assessment;
using ForexE2E.Host.Json;
using ForexE2E.Optimization.Pruners;
using Spectre.Console;

namespace ForexE2E.Host.Rendering;

/// <summary>The end of an optimization on the console: what was found, beside the defaults, and what it is worth.</summary>
internal static class OptimizeReport
{
    public static void Show(IAnsiConsole console, Run run, RunOutcome outcome)
    {
        RunDefinition d = run.Definition;
        console.WriteLine();
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]Run {run.Id}[/]  {d.Market}  {Figures.Day(d.From)} to {Figures.LastDay(d.To)}  {(d.Data.IsSynthetic ? "generated bars" : d.Data.Bars!)}");
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture, $"{run.Finished} of {d.Trials} trials, {run.Record.InSampleWindows} windows each, {run.Record.OutOfSampleWindows} held back; {Figures.Duration(outcome.Duration)}; ended: {outcome.Reason}");
        ShowSearch(console, run);
        ShowEffort(console, run);
        if (outcome.Best is { } best)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Best: trial {best}, score {Figures.Ratio(run.Trials[best].Result?.Score)}; Pareto front: {string.Join(", ", outcome.ParetoFront)}");
        }

        if (outcome.Validations.Length > 0)
        {
            console.Write(MetricsTable.Of(
                ("Best, in sample", Metrics(outcome, "best", "in_sample")),
                ("Best, out of sample", Metrics(outcome, "best", "out_of_sample")),
                ("Defaults, in sample", Metrics(outcome, "defaults", "in_sample")),
                ("Defaults, out of sample", Metrics(outcome, "defaults", "out_of_sample"))));
            console.Write(RegimeTables.OfMetrics(
                ("Best, in sample", Regimes(outcome, "best", "in_sample")),
                ("Best, out of sample", Regimes(outcome, "best", "out_of_sample")),
                ("Defaults, in sample", Regimes(outcome, "defaults", "in_sample")),
                ("Defaults, out of sample", Regimes(outcome, "defaults", "out_of_sample"))));
        }

        if (outcome.Best is { } chosen)
        {
            ShowChanges(console, run, run.Trials[chosen]);
        }
        else if (outcome.HasBest)
        {
            console.Write(RegimeTables.OfChoices(run, outcome));
            console.Write(RegimeTables.OfSets(run, outcome, Short));
        }

        ShowModels(console, run.Record);
        ShowIdle(console, run.Record);
        Remarks.Show(console, Judgement.Of(d, outcome).Words);
    }

    // Who suggested the sets, and what it began with.
    private static void ShowSearch(IAnsiConsole console, Run run)
    {
        string sampler = run.Definition.Sampler is { } kind ? Words.Of(kind) : Words.Of(run.Definition.Method);
        string choice = SearchWords.ChoiceOf(run.Definition) is { } words ? $": {words}" : "";
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Sampler {sampler}{choice}");
        if (SearchWords.BeginningOf(run.Record) is { } beginning)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{beginning}");
        }
    }

    // What the search cost, and what giving up spared.
    private static void ShowEffort(IAnsiConsole console, Run run)
    {
        TimeSpan cpu = TimeSpan.FromTicks(run.Trials.Values.Sum(t => t.CpuTime?.Ticks ?? 0));
        string spent = cpu > TimeSpan.Zero ? $"{Figures.Duration(cpu)} CPU in the trials' windows" : "CPU time not measured";
        WindowTally tally = WindowTally.Of(run);
        string given = run.Definition.Pruner is { } pruner
            ? FormattableString.Invariant($"; pruner {Words.Of(pruner)}: {tally.TrialsPruned} trials given up, {tally.Saved:#,##0} of {tally.Run + tally.Saved:#,##0} windows saved ({tally.SavedShare * 100:0} %)")
            : "; no pruner";
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{spent}{given}");
    }

    private static PerformanceMetrics? Metrics(RunOutcome outcome, string subject, string sample) => Judgement.Find(outcome, subject, sample)?.Metrics;

    private static IReadOnlyList<RegimeDocument> Regimes(RunOutcome outcome, string subject, string sample) =>
        RegimeDocument.Of(Judgement.Find(outcome, subject, sample)?.ByRegime ?? []);

    private static void ShowChanges(IAnsiConsole console, Run run, Trial best)
    {
        HashSet<string> held = [.. run.Record.Fixed.Select(f => f.Name)];
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("Parameter").AddColumn(new TableColumn("Best").RightAligned()).AddColumn(new TableColumn("Default").RightAligned());
        for (int i = 0; i < best.Parameters.Definitions.Count; i++)
        {
            ParameterDefinition definition = best.Parameters.Definitions[i];
            if (!held.Contains(definition.Name))
            {
                table.AddRow(Markup.Escape(definition.Name), Markup.Escape(Short(definition, best.Parameters.Values[i])), Markup.Escape(Short(definition, definition.Default)));
            }
        }

        console.Write(table);
    }

    private static string Short(ParameterDefinition definition, double value) =>
        definition.Kind == ParameterKind.Float ? value.ToString("0.####", CultureInfo.InvariantCulture) : definition.Format(value);

    private static void ShowModels(IAnsiConsole console, RunRecord record)
    {
        foreach (ModelStamp m in record.Models)
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture, $"Model {m.Name} {m.Version} ({m.Kind.ToString().ToLowerInvariant()}), trained until {Figures.Instant(m.TrainedUntil)} UTC, SHA-256 {m.Sha256[..Math.Min(12, m.Sha256.Length)]}");
        }
    }

    private static void ShowIdle(IAnsiConsole console, RunRecord record)
    {
        foreach (IGrouping<string, ComponentStatus> idle in record.Components.Where(c => !c.Active).GroupBy(c => c.Reason, StringComparer.Ordinal))
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Without {string.Join(", ", idle.Select(c => c.Component.ToString().ToLowerInvariant()))}: {idle.Key}");
        }

        if (record.Fixed.Length > 0)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{record.Fixed.Length} of {ParameterCatalog.All.Count} parameters were held fixed; 'forexe2e run show' with --json says why for each.");
        }
    }
}
