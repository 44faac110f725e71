using System.CommandLine;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Assessment;
using ForexE2E.Host.Charts;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Optimization.Selection;
using ForexE2E.Optimization.Understanding;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e run history: how a run came to its best, trial by trial.</summary>
internal sealed class RunHistoryCommand : RunVerb
{
    private readonly ChartOptions _chart;

    public RunHistoryCommand()
        : this(new ChartOptions())
    {
    }

    private RunHistoryCommand(ChartOptions chart)
        : base("history", "Shows how a run came to its best: score and best so far by trial, and what became of the trials.", chart)
    {
        _chart = chart;
        Examples.Add(("Of the newest run, drawn", "forexe2e run history --chart history.svg"));
    }

    protected override Task<ExitCode> Run(StoredRun stored, ParseResult parsed, Terminal terminal, ILogger logger)
    {
        string? chart = _chart.File(parsed);
        HistoryDocument document = new(stored.Run.Id.ToString(), [.. TrialGroup.Of(stored.Run).Select(GroupOf)]);
        if (document.Groups.All(g => g.Points.Count == 0))
        {
            throw new CommandException(ExitCode.RunFailed, $"No trial of run {stored.Run.Id} has ended yet: there is no history.");
        }

        foreach (HistoryGroupDocument group in document.Groups.Where(g => chart is not null && g.Points.Count > 0))
        {
            ChartFile.Write(ChartFile.PathOf(chart!, group.Regime, document.Groups.Count), HistoryChart.Of(group), HistoryChart.Width, HistoryChart.Height);
        }

        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, document, Documents.Default.HistoryDocument);
        }
        else
        {
            HistoryReport.Show(terminal.Results, document);
        }

        return Task.FromResult(ExitCode.Success);
    }

    private static HistoryGroupDocument GroupOf(TrialGroup group)
    {
        var byNumber = group.Trials.ToDictionary(t => t.Number.Value);
        SortedDictionary<string, int> states = new(StringComparer.Ordinal);
        foreach (Trial trial in group.Trials)
        {
            states[Words.Of(trial.State)] = states.GetValueOrDefault(Words.Of(trial.State)) + 1;
        }

        return new HistoryGroupDocument(group.Regime, states, [.. HistoryPoint.Of(group.Trials, group.Objectives).Select(p => PointOf(p, byNumber[p.Trial]))]);
    }

    private static HistoryPointDocument PointOf(HistoryPoint point, Trial trial) => new(
        point.Finished, point.Trial, Words.Of(trial.State), trial.IsSelectable(), trial.Result?.Score, point.BestScore, point.FrontSize, point.FrontChanged,
        trial.Windows, trial.CpuTime?.TotalSeconds);
}
