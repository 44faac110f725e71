using System.CommandLine;
using ForexE2E.Cluster.Clients;
using ForexE2E.Host.Options;
using ForexE2E.Host.Terminals;
using Serilog;
using Serilog.Extensions.Logging;

namespace ForexE2E.Host.Composition;

/// <summary>Speaks to a running cluster for as long as a command lasts.</summary>
internal static class ClusterDoors
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Does something with the cluster's door open.</summary>
    public static async Task<T> Use<T>(ClusterOptions options, ParseResult parsed, Terminal terminal, ILogger logger, Func<ClusterDoor, Task<T>> use)
    {
        using SerilogLoggerFactory logs = new(logger);
        DoorSettings settings = DoorSettings.Create(options.Read(parsed), Patience);
        await using ClusterDoor door = await ClusterDoor.Open(settings, logs, terminal.Interruption.Requested);
        return await use(door);
    }
}
