using ForexE2E.Domain.Deployments;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Deployments;
using ForexE2E.Testing.Contracts;
using Microsoft.Extensions.Time.Testing;

namespace ForexE2E.Storage.Tests.Deployments;

public sealed class CachedRegimeParametersTests
{
    private static readonly Market Market = SampleRuns.Definition.Market;

    private readonly FakeTimeProvider _time = new();
    private readonly Source _source = new();

    [Fact]
    public async Task Within_an_hour_the_store_is_asked_once()
    {
        CachedRegimeParameters cache = new(_source, _time);
        ActiveParameters? first = await Ask(cache);
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Same(first, await Ask(cache));
        Assert.Equal(1, _source.Questions);
    }

    [Fact]
    public async Task After_an_hour_the_store_is_asked_again()
    {
        CachedRegimeParameters cache = new(_source, _time);
        await Ask(cache);
        _time.Advance(TimeSpan.FromHours(1));
        await Ask(cache);
        Assert.Equal(2, _source.Questions);
    }

    [Fact]
    public async Task Regimes_and_markets_are_kept_apart()
    {
        CachedRegimeParameters cache = new(_source, _time);
        await Ask(cache);
        await Ask(cache, Regime.Volatile);
        await cache.FindActive(Market with { Timeframe = new Timeframe(60) }, Regime.Ranging, CancellationToken.None);
        Assert.Equal(3, _source.Questions);
    }

    [Fact]
    public async Task Clearing_forgets_also_what_is_being_read()
    {
        CachedRegimeParameters cache = new(_source, _time);
        _source.Gate = new TaskCompletionSource();
        Task<ActiveParameters?> stale = Ask(cache);
        cache.Clear();
        _source.Gate.SetResult();
        await stale;
        await Ask(cache);
        Assert.Equal(2, _source.Questions);
        cache.Clear();
        await Ask(cache);
        Assert.Equal(3, _source.Questions);
    }

    [Fact]
    public async Task That_nothing_is_in_force_is_asked_every_time()
    {
        CachedRegimeParameters cache = new(_source, _time);
        _source.Id = null;
        Assert.Null(await Ask(cache));
        _source.Id = 3;
        Assert.Equal(3, (await Ask(cache))!.Id);
    }

    [Fact]
    public async Task A_failure_is_not_remembered()
    {
        CachedRegimeParameters cache = new(_source, _time);
        _source.Failure = new RunStoreException("away");
        await Assert.ThrowsAsync<RunStoreException>(() => Ask(cache));
        _source.Failure = null;
        Assert.NotNull(await Ask(cache));
    }

    [Fact]
    public async Task When_full_it_forgets_what_was_read_longest_ago()
    {
        CachedRegimeParameters cache = new(_source, _time, capacity: 2);
        foreach (Regime regime in (Regime[])[Regime.Ranging, Regime.Volatile, Regime.TrendingUp])
        {
            await Ask(cache, regime);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        await Ask(cache, Regime.Volatile);
        Assert.Equal(3, _source.Questions);
        await Ask(cache, Regime.Ranging);
        Assert.Equal(4, _source.Questions);
    }

    private static Task<ActiveParameters?> Ask(CachedRegimeParameters cache, Regime regime = Regime.Ranging) => cache.FindActive(Market, regime, CancellationToken.None);

    private sealed class Source : IRegimeParameters
    {
        public int Questions { get; private set; }

        public int? Id { get; set; } = 1;

        public Exception? Failure { get; set; }

        public TaskCompletionSource? Gate { get; set; }

        public async Task<ActiveParameters?> FindActive(Market market, Regime regime, CancellationToken cancellation)
        {
            Questions++;
            await (Gate?.Task ?? Task.CompletedTask);
            return Failure is not null ? throw Failure
                : Id is { } id ? new ActiveParameters(id, market, regime, SampleRuns.Run(1).Id, new TrialNumber(0), SampleRuns.Parameters(0), null)
                : null;
        }
    }
}
