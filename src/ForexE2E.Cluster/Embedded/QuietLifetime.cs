using Microsoft.Extensions.Hosting;

namespace ForexE2E.Cluster.Embedded;

/// <summary>Leaves Ctrl+C and signals to the program that embeds the cluster.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
