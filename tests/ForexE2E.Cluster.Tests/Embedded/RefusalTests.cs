using ForexE2E.Cluster.Embedded;
using ForexE2E.Domain.Markets;
using ForexE2E.Testing.Fakes;

namespace ForexE2E.Cluster.Tests.Embedded;

public sealed class RefusalTests
{
    [Fact]
    public async Task A_run_whose_data_cannot_be_read_is_refused_with_the_message_and_stored_nowhere()
    {
        var bench = new Bench();
        bench.Data.Failure = new MarketDataException("EURUSD.csv, line 7: high below low. Run 'forexe2e data check'.");
        await using EmbeddedCluster cluster = await bench.Start();

        var refusal = await Assert.ThrowsAsync<RunRejectedException>(() => cluster.Submit(bench.Id, Bench.Definition(2, 1), Bench.Patience));
        Assert.Equal(bench.Data.Failure.Message, refusal.Message);
        Assert.Empty(bench.Store.Calls);
    }

    [Fact]
    public async Task A_definition_that_makes_no_sense_is_refused_with_its_reason()
    {
        var bench = new Bench();
        await using EmbeddedCluster cluster = await bench.Start();

        var refusal = await Assert.ThrowsAsync<RunRejectedException>(() => cluster.Submit(bench.Id, Bench.Definition(0, 1), Bench.Patience));
        Assert.Contains("1 to 100000", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_span_without_a_window_is_refused()
    {
        var bench = new Bench { Backtest = new FakeBacktest(0, 0, null) };
        await using EmbeddedCluster cluster = await bench.Start();

        var refusal = await Assert.ThrowsAsync<RunRejectedException>(() => cluster.Submit(bench.Id, Bench.Definition(2, 1), Bench.Patience));
        Assert.Contains("no window", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_nobody_knows_can_be_neither_resumed_nor_stopped()
    {
        var bench = new Bench();
        await using EmbeddedCluster cluster = await bench.Start();

        await Assert.ThrowsAsync<RunRejectedException>(() => cluster.Resume(bench.Id, Bench.Patience));
        await Assert.ThrowsAsync<RunRejectedException>(() => cluster.Stop(bench.Id, Bench.Patience));
    }
}
