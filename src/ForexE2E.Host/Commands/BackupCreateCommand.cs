using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Backups;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e backup create: everything a database holds, in one file.</summary>
internal sealed class BackupCreateCommand : Verb
{
    private readonly BackupOptions _backup = new();
    private readonly DatabaseOptions _database = new();

    public BackupCreateCommand()
        : base("create", "Writes everything a database holds into one file; the database stays in use meanwhile.")
    {
        With(_backup, _database);
        Examples.Add(("Daily, by a scheduler", "forexe2e backup create --out backups --database sqlite:forexe2e.db"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        (string path, BackupManifest manifest) = await Backup.Create(
            _database.Read(parsed), _backup.Folder(parsed), terminal.Clock, terminal.Interruption.Requested);
        BackupReport.Show(terminal, path, manifest, $"Backup {path} of {manifest.Source}", Reporting.Json(parsed));
        return ExitCode.Success;
    }
}
