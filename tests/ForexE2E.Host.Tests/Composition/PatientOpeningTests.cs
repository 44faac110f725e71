using ForexE2E.Domain.Runs;
using ForexE2E.Host.Composition;
using Microsoft.Extensions.Time.Testing;
using Serilog;

namespace ForexE2E.Host.Tests.Composition;

public sealed class PatientOpeningTests
{
    private readonly FakeTimeProvider _time = new() { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
    private int _tries;

    [Fact]
    public async Task A_database_that_comes_later_is_waited_for()
    {
        Task<int> opening = Open(failures: 4);
        await Pass(opening);
        Assert.Equal(5, await opening);
    }

    [Fact]
    public async Task What_stays_wrong_is_said_when_the_time_is_over()
    {
        Task<int> opening = Open(failures: int.MaxValue);
        await Pass(opening);
        RunStoreException e = await Assert.ThrowsAsync<RunStoreException>(() => opening);
        Assert.Equal("away", e.Message);
        // 0.5, 1, 2, 4 and then every 5 seconds within 90.
        Assert.InRange(_tries, 18, 22);
    }

    [Fact]
    public async Task Asked_to_end_it_waits_no_longer()
    {
        using CancellationTokenSource end = new();
        Task<int> opening = Open(failures: int.MaxValue, end.Token);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    }

    private Task<int> Open(int failures, CancellationToken cancellation = default) => PatientOpening.Of(
        () => ++_tries > failures ? Task.FromResult(_tries) : throw new RunStoreException("away"), TimeSpan.FromSeconds(90), _time, Log.Logger, cancellation);

    private async Task Pass(Task opening)
    {
        while (!opening.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(0.5));
            await Task.Yield();
        }
    }
}
