using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Host.Verbs;
using ForexE2E.Storage.Audit;
using ForexE2E.Storage.Database;
using Serilog;

namespace ForexE2E.Host.Commands;

/// <summary>forexe2e audit list: who did what, when.</summary>
internal sealed class AuditListCommand : Verb
{
    private readonly AuditOptions _options = new();
    private readonly DatabaseOptions _database = new();

    public AuditListCommand()
        : base("list", "Shows who did what to which run or database, newest first.")
    {
        With(_options, _database);
        Examples.Add(("One run's life", "forexe2e audit list --subject 0f8fad5b"));
    }

    public override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        DatabaseAddress address = _database.Read(parsed);
        IReadOnlyList<AuditEntry> entries = await AuditTrail.Read(
            address, _options.Subject(parsed), _options.Since(parsed), _options.Limit(parsed), terminal.Interruption.Requested);
        if (Reporting.Json(parsed))
        {
            JsonPrinter.Print(terminal.Output, new AuditDocument(address.ToString(), entries), Documents.Default.AuditDocument);
        }
        else
        {
            AuditReport.Show(terminal, entries);
        }

        return ExitCode.Success;
    }
}
