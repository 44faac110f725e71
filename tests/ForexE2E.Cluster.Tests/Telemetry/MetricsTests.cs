using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Cluster.Telemetry;
using ForexE2E.Cluster.Tests.Embedded;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Cluster.Tests.Telemetry;

public sealed class MetricsTests : IDisposable
{
    private readonly ConcurrentDictionary<string, double> _sums = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();
    private object? _node;

    public MetricsTests()
    {
        // Other tests have nodes in this process too: only what ours says is taken.
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == TelemetryNames.Meter)
            {
                listener.EnableMeasurementEvents(instrument, instrument.Meter.Scope);
            }
        };
        _listener.SetMeasurementEventCallback<long>((i, value, tags, scope) => Take(i, value, tags, scope));
        _listener.SetMeasurementEventCallback<int>((i, value, tags, scope) => Take(i, value, tags, scope));
        _listener.SetMeasurementEventCallback<double>((i, value, tags, scope) => Take(i, value, tags, scope));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task A_run_is_counted_as_it_was_stored()
    {
        var bench = new Bench { Serialize = false };
        await using EmbeddedCluster cluster = await bench.Start();
        _node = cluster.System;
        await cluster.Submit(bench.Id, Bench.Definition(trials: 6, parallel: 2), Bench.Patience);
        await cluster.Completion(bench.Id).WaitAsync(Bench.Patience);

        Assert.Equal(6, Sum("forexe2e.trials.ended", "state=completed"));
        // 6 trials, the best set once more and the defaults, 3 windows each; and what is held back.
        Assert.Equal(bench.Backtest.Computed.Count, Count("forexe2e.window.duration"));
        // The beginning and end of each trial, its three windows, and at least three decisions that added some.
        Assert.True(Sum("forexe2e.store.batch.size", "write=save_trials") >= (6 * 5) + 3);
        Assert.True(Count("forexe2e.store.duration", "write=save_trials") >= 1);
        Assert.True(Count("forexe2e.sampler.duration") >= 3);
        Assert.Equal(0, Sum("forexe2e.store.failures", "kind=away"));
    }

    [Fact]
    public async Task What_is_under_way_can_be_seen_and_is_nothing_in_the_end()
    {
        using SemaphoreSlim reached = new(0);
        using ManualResetEventSlim goOn = new();
        var bench = new Bench
        {
            Serialize = false,
            Backtest = new FakeBacktest(1, 0, (_, _, cancellation) =>
            {
                reached.Release();
                goOn.Wait(cancellation);
            }),
        };
        await using EmbeddedCluster cluster = await bench.Start();
        _node = cluster.System;
        await cluster.Submit(bench.Id, Bench.Definition(trials: 5, parallel: 5), Bench.Patience);
        await reached.WaitAsync(Bench.Patience);
        await reached.WaitAsync(Bench.Patience);
        await Eventually(() => Sum("forexe2e.queue.depth") == 3);
        Assert.Equal(
            (2.0, 2.0, 2.0, 1.0, 3.0, 1.0),
            (Sum("forexe2e.slots"), Sum("forexe2e.slots.busy"), Sum("forexe2e.trials.underway"), Sum("forexe2e.runs.conducted"), Sum("forexe2e.queue.depth"), Sum("forexe2e.queue.runs")));
        Assert.Equal((1.0, 1.0, 0.0), (Sum("forexe2e.cluster.members", "role=worker,status=up"), Sum("forexe2e.cluster.members", "role=coordinator,status=up"), Sum("forexe2e.cluster.unreachable")));

        goOn.Set();
        await cluster.Completion(bench.Id).WaitAsync(Bench.Patience);
        await Eventually(() => Sum("forexe2e.runs.conducted") == 0 && Sum("forexe2e.slots.busy") == 0);
        Assert.Equal((0.0, 0.0), (Sum("forexe2e.trials.underway"), Sum("forexe2e.queue.depth")));
    }

    [Fact]
    public async Task A_store_that_is_away_shows_in_the_failures()
    {
        var bench = new Bench { Serialize = false };
        bench.Store.BeAwayFor(2);
        await using EmbeddedCluster cluster = await bench.Start();
        _node = cluster.System;
        await cluster.Submit(bench.Id, Bench.Definition(trials: 2, parallel: 1), Bench.Patience);
        bench.Store.BeAwayFor(2);
        await cluster.Completion(bench.Id).WaitAsync(Bench.Patience);

        Assert.True(Sum("forexe2e.store.failures", "kind=away") >= 1);
        Assert.Equal(2, Sum("forexe2e.trials.ended", "state=completed"));
    }

    private async Task Eventually(Func<bool> isSo)
    {
        CancellationToken patience = Bench.Patience;
        while (true)
        {
            _listener.RecordObservableInstruments();
            if (isSo())
            {
                return;
            }

            await Task.Delay(20, patience);
        }
    }

    private double Sum(string instrument, string tags = "") => _sums.GetValueOrDefault($"{instrument}{{{tags}}}");

    private double Count(string instrument, string? tags = null) => _sums
        .Where(s => s.Key.StartsWith($"count of {instrument}{{{tags}", StringComparison.Ordinal)).Sum(s => s.Value);

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? scope)
    {
        if (scope != _node)
        {
            return;
        }

        List<string> texts = [];
        foreach ((string name, object? tag) in tags)
        {
            texts.Add($"{name}={tag}");
        }

        string key = $"{instrument.Name}{{{string.Join(',', texts)}}}";
        _sums.AddOrUpdate(key, value, (_, sum) => instrument.IsObservable ? value : sum + value);
        _sums.AddOrUpdate($"count of {key}", 1, (_, count) => count + 1);
    }
}
