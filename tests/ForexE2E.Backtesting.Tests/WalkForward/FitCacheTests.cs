using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Trials;
using ForexE2E.Strategy;

namespace ForexE2E.Backtesting.Tests.WalkForward;

/// <summary>Fits shared by trials.</summary>
public sealed class FitCacheTests
{
    private static readonly FittedWindow Fit = new(0, 0, 0, 0, [], []);

    [Fact]
    public void Threads_that_ask_at_once_get_one_fit()
    {
        FitCache cache = new();
        int fitted = 0;
        using Barrier together = new(4);
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            together.SignalAndWait();
            cache.GetOrFit(Key(1), _ => { Interlocked.Increment(ref fitted); return Fit; }, CancellationToken.None);
        }))];
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        Assert.Equal(1, fitted);
    }

    [Fact]
    public void Beyond_the_capacity_the_one_used_least_recently_is_forgotten()
    {
        FitCache cache = new(2);
        List<ulong> fitted = [];
        foreach (ulong seed in new ulong[] { 1, 2, 1, 3, 1, 2 })
        {
            cache.GetOrFit(Key(seed), _ => { fitted.Add(seed); return Fit; }, CancellationToken.None);
        }

        Assert.Equal([1, 2, 3, 2], fitted);
        Assert.Equal(2, cache.Count);
    }

    [Fact]
    public void A_failed_or_cancelled_fit_is_tried_again()
    {
        FitCache cache = new();
        using CancellationTokenSource cancelled = new();
        Assert.Throws<InvalidOperationException>(() => cache.GetOrFit(Key(1), _ => throw new InvalidOperationException("singular"), CancellationToken.None));
        Assert.Throws<OperationCanceledException>(() => cache.GetOrFit(
            Key(1),
            token =>
            {
                cancelled.Cancel();
                token.ThrowIfCancellationRequested();
                return Fit;
            },
            cancelled.Token));
        Assert.Equal(0, cache.Count);
        Assert.Same(Fit, cache.GetOrFit(Key(1), _ => Fit, CancellationToken.None));
    }

    private static FitKey Key(ulong seed) => new("hash", "engine", new WalkForwardWindow(0, default, default, default, default), seed);
}
