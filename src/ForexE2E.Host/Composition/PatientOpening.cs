using ForexE2E.Domain.Runs;
using Serilog;

namespace ForexE2E.Host.Composition;

/// <summary>
/// Opens the store of a node, which may begin before its database does, or before the job that brings the schema up has ended:
/// a node that gave up at once would be started again and again, each time after a longer pause.
/// </summary>
internal static class PatientOpening
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Tries until it succeeds or the time is over, with growing pauses.</summary>
    /// <exception cref="RunStoreException">What the last try said.</exception>
    /// <exception cref="OperationCanceledException">It was asked to end meanwhile.</exception>
    public static async Task<T> Of<T>(Func<Task<T>> open, TimeSpan within, TimeProvider time, ILogger log, CancellationToken cancellation)
    {
        long begun = time.GetTimestamp();
        TimeSpan pause = TimeSpan.FromSeconds(0.5);
        while (true)
        {
            try
            {
                return await open();
            }
            catch (RunStoreException e) when (time.GetElapsedTime(begun) + pause < within)
            {
                log.Warning("The database cannot be used yet, next try in {Pause}: {Reason}", pause, e.Message);
            }

            await Task.Delay(pause, time, cancellation);
            pause = TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, LongestPause.Ticks));
        }
    }
}
