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

/// <summary>forexe2e run show: a run with its trials.</summary>
internal sealed class RunShowCommand : RunVerb
{
    public RunShowCommand()
        : base("show", "Shows a run with all its trials.")
    {
        Examples.Add(("The newest run", "forexe2e run show"));
        Examples.Add(("Everything, for a program", "forexe2e run show 0f8fad5b --json"));
    }

    protected override async Task<ExitCode> Run(StoredRun stored, ParseResult parsed, Terminal terminal, ILogger logger)
    {
        Run run = stored.Run;
        RunOutcome? outcome = await stored.Store.FindOutcome(run.Id, terminal.Interruption.Requested);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, RunShowDocument.Of(run, outcome), Documents.Default.RunShowDocument);
            return ExitCode.Success;
        }

        terminal.Results.Write(RunTables.OfTrials(run.Trials.Values, BestOf(outcome)));
        OptimizeReport.Show(terminal.Results, run, outcome ?? OutcomeSoFar.Of(run));
        return ExitCode.Success;
    }

    private static HashSet<TrialNumber> BestOf(RunOutcome? outcome) =>
        outcome is null ? [] : [.. outcome.ByRegime.Select(r => r.Best).Append(outcome.Best).OfType<TrialNumber>()];
}
