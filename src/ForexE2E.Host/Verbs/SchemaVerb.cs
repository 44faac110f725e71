using System.CommandLine;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;
using ForexE2E.Host.Rendering;
using ForexE2E.Host.Terminals;
using ForexE2E.Storage.Database;
using Serilog;

namespace ForexE2E.Host.Verbs;

/// <summary>A command about a database's tables: does its step and shows where they stand then.</summary>
internal abstract class SchemaVerb : Verb
{
    private readonly DatabaseOptions _database = new();

    protected SchemaVerb(string name, string description, params ReadOnlySpan<OptionGroup> groups)
        : base(name, description) => With([.. groups, _database]);

    public sealed override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        DatabaseAddress address = _database.Read(parsed);
        SchemaStatus status = await Step(new DatabaseSchema(address), address, parsed, terminal.Interruption.Requested);
        SchemaReport.Show(terminal, address, status, Reporting.Json(parsed));
        return ExitOf(status);
    }

    /// <summary>The step and the status after it.</summary>
    protected abstract Task<SchemaStatus> Step(DatabaseSchema schema, DatabaseAddress address, ParseResult parsed, CancellationToken cancellation);

    protected virtual ExitCode ExitOf(SchemaStatus status) => ExitCode.Success;
}
