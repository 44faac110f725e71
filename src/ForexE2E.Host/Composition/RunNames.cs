using System.CommandLine;
using ForexE2E.Domain.Runs;
using ForexE2E.Host.Options;
using ForexE2E.Host.Terminals;
using ForexE2E.Storage.Runs;

namespace ForexE2E.Host.Composition;

/// <summary>Which run a command to a cluster means: a whole id needs no database, the beginning of one does.</summary>
internal static class RunNames
{
    public static async Task<RunId> Find(string? text, DatabaseOptions database, ParseResult parsed, Terminal terminal)
    {
        if (Guid.TryParse(text, out Guid id))
        {
            return new RunId(id);
        }

        CancellationToken cancellation = terminal.Interruption.Requested;
        await using SqlRunStore store = await RunStores.OpenMigrated(database.Read(parsed), terminal.Clock, cancellation);
        return (await RunLookup.Find(store, text, cancellation)).Id;
    }
}
