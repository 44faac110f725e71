using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Backups;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e backup verify: reads a backup to its last row.</summary>
internal sealed class BackupVerifyCommand : Verb
{
    private readonly Argument<string> _file = BackupArgument.Create();

    public BackupVerifyCommand()
        : base("verify", "Reads a backup to its last row and compares every count and hash.")
    {
        Arguments.Add(_file);
        With();
        Examples.Add(("Is it whole?", "forexe2e backup verify backups/forexe2e-backup-20260131T020000Z.zip"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        string path = parsed.GetRequiredValue(_file);
        BackupManifest manifest = await BackupFile.Verify(path, terminal.Interruption.Requested);
        BackupReport.Show(terminal, path, manifest, $"Backup {path} is whole", Reporting.Json(parsed));
        return ExitCode.Success;
    }
}
