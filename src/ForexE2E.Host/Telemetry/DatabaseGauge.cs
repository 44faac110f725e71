using System.Diagnostics.Metrics;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Host.Telemetry;

/// <summary>The size of the database as a metric. Asked for every minute, since a scraper must not wait for the database.</summary>
internal sealed class DatabaseGauge : IAsyncDisposable
{
    /// <summary>Its meter.</summary>
    public const string Meter = "ForexE2E.Host";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly Meter _meter = new(Meter);
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _asking;
    private long _bytes = -1;

    private DatabaseGauge(Func<CancellationToken, Task<long>> size, TimeProvider time)
    {
        _meter.CreateObservableGauge("forexe2e.database.size", Measure, "By", "Size of the whole database.");
        _asking = Ask(size, time);
    }

    /// <param name="size">Asks the database, in bytes.</param>
    public static DatabaseGauge Start(Func<CancellationToken, Task<long>> size, TimeProvider time) => new(size, time);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _asking;
        _meter.Dispose();
        _ending.Dispose();
    }

    private IEnumerable<Measurement<long>> Measure() => Interlocked.Read(ref _bytes) is >= 0 and var bytes ? [new Measurement<long>(bytes)] : [];

    private async Task Ask(Func<CancellationToken, Task<long>> size, TimeProvider time)
    {
        using PeriodicTimer timer = new(Every, time);
        try
        {
            do
            {
                try
                {
                    Interlocked.Exchange(ref _bytes, await size(_ending.Token));
                }
                catch (RunStoreException)
                {
                    // The database is away: the store says so itself, and the last size stands.
                }
            }
            while (await timer.WaitForNextTickAsync(_ending.Token));
        }
        catch (OperationCanceledException)
        {
            // The node ends.
        }
    }
}
