using System.CommandLine;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Assessment;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e run best: the best parameter set of a run.</summary>
internal sealed class RunBestCommand : RunVerb
{
    public RunBestCommand()
        : base("best", "Shows the best parameter set of a run.")
    {
        Examples.Add(("Take it to a backtest", "forexe2e run best --json > best.json && forexe2e backtest --parameters best.json"));
    }

    protected override async Task<ExitCode> Run(StoredRun stored, ParseResult parsed, Terminal terminal, ILogger logger)
    {
        Run run = stored.Run;
        RunOutcome? ended = await stored.Store.FindOutcome(run.Id, terminal.Interruption.Requested);
        RunOutcome outcome = ended ?? OutcomeSoFar.Of(run);
        if (!outcome.HasBest)
        {
            throw new CommandException(ExitCode.NothingFeasible, $"Run {run.Id} has no feasible trial: there is no best set. 'forexe2e run show' tells how far each trial is from the limits.");
        }

        Trial? best = outcome.Best is { } number ? run.Trials[number] : null;
        TrialResult? result = best?.Result ?? Judgement.Find(outcome, "best", "in_sample");
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, DocumentOf(run, ended is not null, outcome, best, result), Documents.Default.RunBestDocument);
        }
        else
        {
            Show(terminal, run, outcome, result);
        }

        return ExitCode.Success;
    }

    private static RunBestDocument DocumentOf(Run run, bool hasEnded, RunOutcome outcome, Trial? best, TrialResult? result) => new(
        run.Id.ToString(),
        run.Definition.Market.Symbol.Code,
        run.Definition.Market.Timeframe.ToString(),
        hasEnded,
        best?.Number.Value,
        best?.Result?.Score,
        best is null ? null : ParameterValues.Of(best.Parameters),
        result?.Metrics,
        RegimeDocument.Of(result?.ByRegime ?? []),
        RegimeBestDocument.Of(run, outcome),
        ValidationDocument.Of(outcome),
        best is null ? null : PlateauDocument.Of(run, best));

    private static void Show(Terminal terminal, Run run, RunOutcome outcome, TrialResult? inSample)
    {
        OptimizeReport.Show(terminal.Results, run, outcome);
        if (outcome.Validations.IsEmpty && inSample is not null)
        {
            terminal.Results.Write(MetricsTable.Of(("In sample", inSample.Metrics)));
        }

        if (outcome.Best is { } best)
        {
            PlateauWords.Show(terminal.Results, PlateauDocument.Of(run, run.Trials[best]));
        }
    }
}
