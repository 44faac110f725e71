using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Backups;
using ForexE2E.Storage.Database;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e backup restore: a backup into an empty database of either kind.</summary>
internal sealed class BackupRestoreCommand : Verb
{
    private readonly Argument<string> _file = BackupArgument.Create();
    private readonly DatabaseOptions _database = new();

    public BackupRestoreCommand()
        : base("restore", "Brings a backup into an empty database, SQLite or PostgreSQL, whichever it was made of.")
    {
        Arguments.Add(_file);
        With(_database);
        Examples.Add(("Into a new file", "forexe2e backup restore backups/forexe2e-backup-20260131T020000Z.zip --database sqlite:restored.db"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        string path = parsed.GetRequiredValue(_file);
        DatabaseAddress address = _database.Read(parsed);
        BackupManifest manifest = await Restoration.Restore(path, address, terminal.Clock, terminal.Interruption.Requested);
        BackupReport.Show(terminal, path, manifest, $"Backup {path} is restored into {address}", Reporting.Json(parsed));
        return ExitCode.Success;
    }
}
