using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Retention;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e retention apply: moves old runs to the archive.</summary>
internal sealed class RetentionApplyCommand : Verb
{
    private readonly RetentionOptions _retention = new();
    private readonly DatabaseOptions _database = new();

    public RetentionApplyCommand()
        : base("apply", "Moves ended runs older than 12 months to optimization_runs_archive; make a backup first.")
    {
        With(_retention, _database);
        Examples.Add(("What would go", "forexe2e retention apply --dry-run"));
        Examples.Add(("Monthly, by a scheduler", "forexe2e retention apply --months 12 --database sqlite:forexe2e.db"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        CancellationToken cancellation = terminal.Interruption.Requested;
        DatabaseAddress address = _database.Read(parsed);
        bool isDry = _retention.DryRun(parsed);
        RunArchive archive = new(address, terminal.Clock);
        List<OldRun> moved = [];
        foreach (OldRun run in await archive.FindOld(_retention.Months(parsed), cancellation))
        {
            if (isDry || await archive.Archive(run, cancellation))
            {
                moved.Add(run);
            }
        }

        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, new RetentionDocument(address.ToString(), isDry, moved), Documents.Default.RetentionDocument);
        }
        else
        {
            RetentionReport.Show(terminal, moved, isDry);
        }

        return ExitCode.Success;
    }
}
