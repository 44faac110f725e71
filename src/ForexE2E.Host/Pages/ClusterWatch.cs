using ForexE2E.Cluster.Clients;
using ForexE2E.Cluster.Control;
using Serilog;

namespace ForexE2E.Host.Pages;

/// <summary>Asks the cluster every few seconds how it is, so that no page has to wait for an answer.</summary>
internal sealed class ClusterWatch : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _ending = new();
    private readonly Task _asking;
    private volatile ClusterView _last;

    private ClusterWatch(ClusterDoor door, TimeProvider time, ILogger logger)
    {
        _last = new ClusterView(null, time.GetUtcNow().UtcDateTime, "No coordinator has answered yet.");
        _asking = Ask(door, time, logger);
    }

    /// <summary>What was last heard.</summary>
    public ClusterView Last => _last;

    /// <param name="door">Stays the caller's to close.</param>
    public static ClusterWatch Start(ClusterDoor door, TimeProvider time, ILogger logger) => new(door, time, logger);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _asking;
        _ending.Dispose();
    }

    private async Task Ask(ClusterDoor door, TimeProvider time, ILogger logger)
    {
        using PeriodicTimer timer = new(Every, time);
        try
        {
            do
            {
                try
                {
                    ControlProtocol.ClusterStatus status = await door.Status(_ending.Token);
                    _last = new ClusterView(status, time.GetUtcNow().UtcDateTime, null);
                }
                catch (ClusterSilentException e)
                {
                    logger.Warning("The cluster does not answer: {Reason}", e.Message);
                    _last = _last with { Silence = "No coordinator answers; what is shown was true at the time stated." };
                }
            }
            while (await timer.WaitForNextTickAsync(_ending.Token));
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }
}
