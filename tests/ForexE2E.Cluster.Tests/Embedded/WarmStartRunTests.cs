using System.Collections.Immutable;
using ForexE2E.Cluster.Embedded;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Tests.Embedded;

/// <summary>A run that begins where an earlier one of the same database ended.</summary>
public sealed class WarmStartRunTests
{
    private static readonly RunId Earlier = new(Guid.Parse("7c9e6679-7425-40de-944b-e07fc1f90ae7"));

    [Fact]
    public async Task It_tries_the_defaults_and_the_best_sets_first_and_its_sampler_knows_the_other_trials()
    {
        Bench bench = await AfterEarlier(8);
        Run run = await Warm(bench, 9);
        Assert.Equal(Sets(run).Take(6), Best(await Found(bench), 5).Prepend(ParameterCatalog.Space([]).Defaults));
        Assert.True(run.Record.Earlier!.AreComparable);
        Assert.Equal(8, run.Record.Earlier.Trials.Length);

        // The same seed without knowing the earlier trials suggests other sets once it is the sampler's turn.
        var cold = new Bench();
        await cold.Complete(Bench.Definition(9, 1));
        Assert.NotEqual(Sets(await cold.Stored())[8], Sets(run)[8]);
    }

    [Fact]
    public async Task What_was_measured_on_other_data_is_tried_anew_and_not_believed()
    {
        Bench bench = await AfterEarlier(8);
        bench.Data.Hash = "hash-2";
        Run run = await Warm(bench, 7);
        Assert.Contains("market data", run.Record.Earlier!.NotComparable, StringComparison.Ordinal);
        Assert.Equal(Sets(run).Skip(1).Take(5), Best(await Found(bench), 5));
        Assert.Equal(5, run.Record.Earlier.Trials.Length);
    }

    [Fact]
    public async Task A_run_taken_up_goes_the_same_way_when_the_earlier_one_is_gone()
    {
        Bench whole = await AfterEarlier(8);
        Run undisturbed = await Warm(whole, 10);

        // As a store would hold it that was stopped after seven trials, without the earlier run.
        var later = new Bench();
        Trial[] first = [.. undisturbed.Trials.Values.Take(7)];
        await later.Store.CreateRun(undisturbed, default);
        await later.Store.AddTrials(later.Id, first, default);
        await later.Store.FinishTrials(later.Id, first, default);
        await later.Store.FinishRun(later.Id, new RunOutcome(RunState.Stopped, "stopped", null, [], [], TimeSpan.Zero), default);
        await using (EmbeddedCluster cluster = await later.Start())
        {
            await cluster.Resume(later.Id, Bench.Patience);
            await cluster.Completion(later.Id).WaitAsync(Bench.Patience);
        }

        Assert.Equal(Bench.Describe(undisturbed), Bench.Describe(await later.Stored()));
    }

    [Fact]
    public async Task An_earlier_run_nobody_knows_or_without_a_result_is_refused_by_name()
    {
        var bench = new Bench();
        await using EmbeddedCluster cluster = await bench.Start();
        RunDefinition definition = Bench.Definition(3, 1) with { WarmStart = Earlier };
        var unknown = await Assert.ThrowsAsync<RunRejectedException>(() => cluster.Submit(bench.Id, definition, Bench.Patience));
        Assert.Contains($"no run {Earlier}", unknown.Message, StringComparison.Ordinal);

        await bench.Store.CreateRun(new Run { Id = Earlier, Definition = definition, Record = new RunRecord("", "", "", [], [], 1, 0), CreatedAt = definition.From }, default);
        var empty = await Assert.ThrowsAsync<RunRejectedException>(() => cluster.Submit(bench.Id, definition, Bench.Patience));
        Assert.Contains("nothing to teach", empty.Message, StringComparison.Ordinal);
    }

    private static async Task<Bench> AfterEarlier(int trials)
    {
        var bench = new Bench();
        await using EmbeddedCluster cluster = await bench.Start();
        await cluster.Submit(Earlier, Bench.Definition(trials, 1) with { Seed = 99 }, Bench.Patience);
        await cluster.Completion(Earlier).WaitAsync(Bench.Patience);
        return bench;
    }

    private static async Task<Run> Warm(Bench bench, int trials)
    {
        await bench.Complete(Bench.Definition(trials, 1) with { WarmStart = Earlier });
        return await bench.Stored();
    }

    private static async Task<Run> Found(Bench bench) => (await bench.Store.FindRun(Earlier, default))!;

    private static IEnumerable<ParameterSet> Best(Run run, int count) =>
        run.Trials.Values.OrderByDescending(t => t.Result!.Score).ThenBy(t => t.Number).Select(t => t.Parameters).Take(count);

    private static ImmutableArray<ParameterSet> Sets(Run run) => [.. run.Trials.Values.Select(t => t.Parameters)];
}
