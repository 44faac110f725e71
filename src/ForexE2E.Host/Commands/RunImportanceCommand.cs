using System.Collections.Immutable;
using System.CommandLine;
using ForexE2E.Host.Assessment;
using ForexE2E.Host.Charts;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Understanding;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e run importance: which parameters matter, for the score and for each objective.</summary>
internal sealed class RunImportanceCommand : RunVerb
{
    private readonly ImportanceOptions _options;
    private readonly ChartOptions _chart;

    public RunImportanceCommand()
        : this(new ImportanceOptions(), new ChartOptions())
    {
    }

    private RunImportanceCommand(ImportanceOptions options, ChartOptions chart)
        : base("importance", "Shows which parameters matter, by fANOVA and PED-ANOVA.", options, chart)
    {
        (_options, _chart) = (options, chart);
        Examples.Add(("Of the newest run, drawn", "forexe2e run importance --chart importance.png"));
        Examples.Add(("For the drawdown", "forexe2e run importance --of max_drawdown_pct"));
    }

    protected override Task<ExitCode> Run(StoredRun stored, ParseResult parsed, Terminal terminal, ILogger logger)
    {
        string? chart = _chart.File(parsed);
        int top = _options.Top(parsed);
        ImmutableArray<TrialGroup> groups = TrialGroup.Of(stored.Run);
        int target = groups[0].TargetOf(_options.Of(parsed));
        ImportanceDocument document = new(stored.Run.Id.ToString(), [.. groups.Select(g => GroupOf(g, top))]);
        if (document.Groups.All(g => g.Trials < ParameterImportance.LeastTrials))
        {
            throw new CommandException(ExitCode.RunFailed, FormattableString.Invariant(
                $"Run {stored.Run.Id} has {document.Groups.Max(g => g.Trials)} completed trials with defined objectives: importance needs {ParameterImportance.LeastTrials} or more. Run more trials."));
        }

        foreach (ImportanceGroupDocument group in document.Groups.Where(g => chart is not null && g.Trials >= ParameterImportance.LeastTrials))
        {
            int rows = group.Targets[target].ByForest.Count;
            ChartFile.Write(ChartFile.PathOf(chart!, group.Regime, document.Groups.Count), ImportanceChart.Of(group, target), ImportanceChart.Width, ImportanceChart.HeightFor(rows));
        }

        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, document, Documents.Default.ImportanceDocument);
        }
        else
        {
            ImportanceReport.Show(terminal.Results, document, target);
        }

        return Task.FromResult(ExitCode.Success);
    }

    private static ImportanceGroupDocument GroupOf(TrialGroup group, int top)
    {
        ImmutableArray<ObservedTrial> trials = group.Observed();
        return new ImportanceGroupDocument(group.Regime, trials.Length, [.. group.Targets.Select((name, i) => TargetOf(group, trials, name, i, top))]);
    }

    private static ImportanceTargetDocument TargetOf(TrialGroup group, ImmutableArray<ObservedTrial> trials, string name, int target, int top)
    {
        int all = group.Space.Definitions.Count;
        ImmutableArray<ImportanceShare> forest = ParameterImportance.ByForest(group.Space, trials, target, all);
        var divergence = ParameterImportance.ByDivergence(group.Space, trials, target, all).ToDictionary(s => s.Parameter, s => s.Share, StringComparer.Ordinal);
        ShareDocument[] shares = [.. forest.Select(s => new ShareDocument(s.Parameter, s.Share, divergence[s.Parameter], s.LiveShare))];
        return new ImportanceTargetDocument(name, [.. shares.Take(top)], [.. shares.OrderByDescending(s => s.Divergence).ThenBy(s => s.Parameter, StringComparer.Ordinal).Take(top)]);
    }
}
