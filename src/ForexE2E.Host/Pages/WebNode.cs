using Akka.Configuration;
using ForexE2E.Cluster.Clients;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Http;
using ForexE2E.Host.Telemetry;
using ForexE2E.Host.Terminals;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;
using Microsoft.AspNetCore.Builder;
using Serilog;
using Serilog.Extensions.Logging;

namespace ForexE2E.Host.Pages;

/// <summary>
/// The role web: no member of the cluster but a client of its coordinators, and a reader of the database. So it can be started
/// and ended at any time, and nothing of it is missed by the others.
/// </summary>
internal static class WebNode
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan DatabaseWithin = TimeSpan.FromSeconds(90);

    /// <param name="place">Where it answers.</param>
    /// <exception cref="CommandException">It cannot answer there.</exception>
    public static async Task<ExitCode> Serve((string Host, int Port) place, Config hocon, DatabaseAddress address, Exports exports, Terminal terminal, ILogger logger)
    {
        CancellationToken requested = terminal.Interruption.Requested;
        _ = ServerAddress.JournalOf(address);
        using SerilogLoggerFactory logs = new(logger);
        await using SqlRunStore store = await PatientOpening.Of(() => RunStores.OpenMigrated(address, terminal.Clock, requested), DatabaseWithin, terminal.Clock, logger, requested);
        await using ClusterDoor door = await ClusterDoor.Open(DoorSettings.Create(hocon, Patience), logs, requested);
        await using ClusterWatch watch = ClusterWatch.Start(door, terminal.Clock, logger);
        WebSite pages = new(store, address.ToString(), watch);
        await using WebApplication site = await Site.Start(place.Host, place.Port, s => s.UseMetrics(exports).Run(pages.Answer), logger);
        logger.Information("Pages are answered on {Host}:{Port}", place.Host, place.Port);
        await Task.Delay(Timeout.Infinite, requested).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return ExitCode.Success;
    }
}
