using System.CommandLine;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;
using ForexE2E.Host.Terminals;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;
using Serilog;

namespace ForexE2E.Host.Verbs;

/// <summary>A command about one stored run: names it, finds it, and works with it.</summary>
internal abstract class RunVerb : Verb
{
    private readonly Argument<string?> _run = RunArgument.Create();
    private readonly DatabaseOptions _database = new();

    protected RunVerb(string name, string description, params ReadOnlySpan<OptionGroup> groups)
        : base(name, description)
    {
        Arguments.Add(_run);
        With([.. groups, _database]);
    }

    public sealed override async Task<ExitCode> Run(ParseResult parsed, Terminal terminal, ILogger logger)
    {
        DatabaseAddress address = _database.Read(parsed);
        IRunStore store = await RunStores.OpenMigrated(address, terminal.Clock, terminal.Interruption.Requested);
        Run run = await RunLookup.Find(store, parsed.GetValue(_run), terminal.Interruption.Requested);
        return await Run(new StoredRun(run, store, address), parsed, terminal, logger);
    }

    /// <summary>Does it. Failures are thrown; the caller turns them into messages.</summary>
    protected abstract Task<ExitCode> Run(StoredRun stored, ParseResult parsed, Terminal terminal, ILogger logger);
}
