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
        if (outcome.Best is not { } number || run.Trials[number] is not { Result: { } result } best)
        {
            throw new CommandException(ExitCode.NothingFeasible, $"Run {run.Id} has no feasible trial: there is no best set. 'forexe2e run show' tells how far each trial is from the limits.");
        }

        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, DocumentOf(run, ended, best, result), Documents.Default.RunBestDocument);
        }
        else
        {
            Show(terminal, run, outcome, best);
        }

        return ExitCode.Success;
    }

    private static RunBestDocument DocumentOf(Run run, RunOutcome? ended, Trial best, TrialResult result) => new(
        run.Id.ToString(),
        run.Definition.Market.Symbol.Code,
        run.Definition.Market.Timeframe.ToString(),
        ended is not null,
        best.Number.Value,
        result.Score,
        ParameterValues.Of(best.Parameters),
        result.Metrics,
        ValidationDocument.Of(ended),
        PlateauDocument.Of(run, best));

    private static void Show(Terminal terminal, Run run, RunOutcome outcome, Trial best)
    {
        OptimizeReport.Show(terminal.Results, run, outcome);
        if (outcome.Validations.IsEmpty)
        {
            terminal.Results.Write(MetricsTable.Of(("In sample", best.Result?.Metrics)));
        }

        PlateauWords.Show(terminal.Results, PlateauDocument.Of(run, best));
    }
}
