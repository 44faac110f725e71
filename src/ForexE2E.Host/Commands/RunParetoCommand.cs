using System.Collections.Immutable;
using System.CommandLine;
using ForexE2E.Domain.Objectives;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Assessment;
using ForexE2E.Host.Charts;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e run pareto: the trials nothing else beats in every objective, the knee, and the hypervolume.</summary>
internal sealed class RunParetoCommand : RunVerb
{
    private readonly ReferenceOptions _reference;
    private readonly ChartOptions _chart;

    public RunParetoCommand()
        : this(new ReferenceOptions(), new ChartOptions())
    {
    }

    private RunParetoCommand(ReferenceOptions reference, ChartOptions chart)
        : base("pareto", "Shows the Pareto front of a run, its knee and its hypervolume.", reference, chart)
    {
        (_reference, _chart) = (reference, chart);
        Examples.Add(("Of the newest run, drawn", "forexe2e run pareto --chart front.png"));
        Examples.Add(("Two runs measured alike", "forexe2e run pareto 0f8fad5b --reference -10,100,0,10"));
    }

    protected override Task<ExitCode> Run(StoredRun stored, ParseResult parsed, Terminal terminal, ILogger logger)
    {
        Run run = stored.Run;
        ObjectiveSet objectives = run.Definition.Objectives;
        string? chart = _chart.File(parsed);
        ImmutableArray<TrialGroup> groups = TrialGroup.Of(run);
        ImmutableArray<double> reference = _reference.Read(parsed, objectives);
        ParetoDocument document = new(
            run.Id.ToString(), run.State != RunState.Running, ObjectiveDocument.Of(objectives), [.. groups.Select(g => FrontOfTrials.Of(g, reference))]);
        if (document.Groups.All(g => g.Members.Count == 0))
        {
            throw new CommandException(ExitCode.NothingFeasible, $"Run {run.Id} has no feasible trial yet: there is no front. 'forexe2e run show {run.Id}' tells how far each trial is from the limits.");
        }

        foreach ((TrialGroup group, FrontDocument front) in groups.Zip(document.Groups).Where(g => chart is not null && g.Second.Members.Count > 0))
        {
            Draw(ChartFile.PathOf(chart!, front.Regime, groups.Length), group, front);
        }

        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, document, Documents.Default.ParetoDocument);
        }
        else
        {
            ParetoReport.Show(terminal.Results, document);
        }

        return Task.FromResult(ExitCode.Success);
    }

    private static void Draw(string chart, TrialGroup group, FrontDocument front)
    {
        if (group.Objectives.All.Length < 2)
        {
            throw new CommandException(ExitCode.WrongUsage, "--chart: a front is drawn over two objectives; this run has one. 'forexe2e run history --chart FILE' draws its score.");
        }

        ChartFile.Write(chart, ParetoChart.Of(group, front), ParetoChart.Width, ParetoChart.Height);
    }
}
