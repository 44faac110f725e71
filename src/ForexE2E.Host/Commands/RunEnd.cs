using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Storage.Database;

namespace ForexE2E.Host.Commands;

/// <summary>Reports the end of an optimization from what is stored, and turns it into an exit code.</summary>
internal static class RunEnd
{
    public static async Task<ExitCode> Show(IRunStore store, RunId id, RunOutcome outcome, DatabaseAddress address, Terminal terminal, bool asJson)
    {
        Run run = await store.FindRun(id, CancellationToken.None)
            ?? throw new CommandException(ExitCode.Database, $"Run {id} is not in {address}, although it was stored: was the database replaced?");
        string? resume = outcome.State == RunState.Completed ? null : ResumeCommand(id, address);
        if (asJson)
        {
            JsonPrinter.Print(terminal.Output, OptimizeDocument.Of(run, outcome, resume), Documents.Default.OptimizeDocument);
        }
        else
        {
            OptimizeReport.Show(terminal.Results, run, outcome);
        }

        if (resume is not null)
        {
            terminal.Note($"{run.Finished} of {run.Definition.Trials} trials are stored. To go on: {resume}");
        }

        return outcome.State switch
        {
            RunState.Completed => ExitCode.Success,
            RunState.Failed => ExitCode.RunFailed,
            _ => ExitCode.Interrupted,
        };
    }

    // A server's address is not repeated: it may hold a password.
    private static string ResumeCommand(RunId id, DatabaseAddress address) =>
        $"forexe2e run resume {id} --database " + (address.File is { } file ? $"\"sqlite:{file}\"" : "postgres:...");
}
