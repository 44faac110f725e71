using System.CommandLine;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Assessment;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Runs;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e run show: a run with its trials.</summary>
internal sealed class RunShowCommand : Verb
{
    private readonly Argument<string?> _run = RunArgument.Create();
    private readonly DatabaseOptions _database = new();

    public RunShowCommand()
        : base("show", "Shows a run with all its trials.")
    {
        Arguments.Add(_run);
        With(_database);
        Examples.Add(("The newest run", "forexe2e run show"));
        Examples.Add(("Everything, for a program", "forexe2e run show 0f8fad5b --json"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        CancellationToken cancellation = terminal.Interruption.Requested;
        IRunStore store = await RunStores.OpenMigrated(_database.Read(parsed), terminal.Clock, cancellation);
        Run run = await RunLookup.Find(store, parsed.GetValue(_run), cancellation);
        RunOutcome? outcome = await store.FindOutcome(run.Id, cancellation);
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
