using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Backups;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e backup prune: deletes old backups.</summary>
internal sealed class BackupPruneCommand : Verb
{
    private readonly BackupOptions _backup = new();
    private readonly BackupAgeOptions _age = new();

    public BackupPruneCommand()
        : base("prune", "Deletes backups older than 90 days; the newest always stays.")
    {
        With(_backup, _age);
        Examples.Add(("Keep a month", "forexe2e backup prune --out backups --days 30"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        var (deleted, kept, unreadable) = await BackupFolder.Prune(
            _backup.Folder(parsed), _age.Days(parsed), terminal.Clock, terminal.Interruption.Requested);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, new BackupPruneDocument(deleted, kept, unreadable), Documents.Default.BackupPruneDocument);
            return ExitCode.Success;
        }

        foreach ((string words, IEnumerable<string> paths) in (ReadOnlySpan<(string, IEnumerable<string>)>)[("deleted", deleted), ("kept", kept), ("not readable, left alone", unreadable)])
        {
            foreach (string path in paths)
            {
                terminal.Output.WriteLine($"{words}: {path}");
            }
        }

        return ExitCode.Success;
    }
}
