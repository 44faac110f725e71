using ForexE2E.Domain.Deployments;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Deployments;
using ForexE2E.Storage.Runs;
using ForexE2E.Storage.Runs.Rows;
using ForexE2E.Testing.Contracts;
using LinqToDB;

namespace ForexE2E.Storage.Tests.Deployments;

/// <summary>Which set is in force, read from a database.</summary>
public abstract class RegimeParametersContract
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Market Market = SampleRuns.Definition.Market;

    protected abstract Task WithDatabase(Func<DatabaseAddress, Task> promise);

    [Fact]
    public Task A_set_that_was_found_is_not_in_force_until_it_is_activated() => WithSets(async (sets, _) =>
        Assert.Null(await sets.FindActive(Market, Regime.Ranging, None)));

    [Fact]
    public Task A_regimes_own_set_comes_first_and_reads_to_the_last_digit() => WithSets(async (sets, activate) =>
    {
        await activate("global");
        await activate("ranging");
        ActiveParameters found = (await sets.FindActive(Market, Regime.Ranging, None))!;
        Assert.Equal((Regime.Ranging, SampleRuns.Run(1).Id, new TrialNumber(2)), (found.Regime, found.RunId, found.Trial));
        Assert.Equal(SampleRuns.Parameters(2), found.Parameters);
        Assert.Equal((SampleRuns.Start, DateTimeKind.Utc), (found.ActivatedAt!.Value, found.ActivatedAt!.Value.Kind));
    });

    [Fact]
    public Task Without_its_own_set_a_regime_falls_back_to_the_global_one_and_says_so() => WithSets(async (sets, activate) =>
    {
        await activate("global");
        await activate("volatile");
        ActiveParameters found = (await sets.FindActive(Market, Regime.TrendingUp, None))!;
        Assert.Equal((Regime.Global, SampleRuns.Run(2).Id), (found.Regime, found.RunId));
        Assert.Equal(SampleRuns.Parameters(1), found.Parameters);
        Assert.Equal(found, await sets.FindActive(Market, Regime.Global, None));
    });

    [Fact]
    public Task Sets_of_another_market_are_not_taken() => WithSets(async (sets, activate) =>
    {
        await activate("global");
        Assert.Null(await sets.FindActive(Market with { Timeframe = new Timeframe(60) }, Regime.Ranging, None));
        Assert.Null(await sets.FindActive(Market with { Symbol = Symbol.Parse("EURUSD") }, Regime.Ranging, None));
    });

    [Theory]
    [InlineData("{\"risk_atr_period\": 14}", "is missing")]
    [InlineData("[1]", "no parameter set")]
    [InlineData("{\"no_such\": 1}", "no_such")]
    public Task A_set_that_is_not_of_this_catalogue_is_refused(string json, string expected) => WithSets(async (sets, activate) =>
    {
        await activate("global", json);
        RunStoreException refusal = await Assert.ThrowsAsync<RunStoreException>(() => sets.FindActive(Market, Regime.Ranging, None));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    });

    private delegate Task Activate(string regime, string? json = null);

    private Task WithSets(Func<SqlRegimeParameters, Activate, Task> promise) => WithDatabase(async address =>
    {
        await using (SqlRunStore store = await RunStores.Open(address, TimeProvider.System))
        {
            await store.CreateRun(SampleRuns.Run(1), None);
            await store.FinishTrials(SampleRuns.Run(1).Id, [.. Enumerable.Range(0, 4).Select(SampleRuns.Completed)], None);
            await store.FinishRun(SampleRuns.Run(1).Id, PerRegime(), None);
            await store.CreateRun(SampleRuns.Run(2), None);
            await store.FinishTrials(SampleRuns.Run(2).Id, [SampleRuns.Completed(1)], None);
            await store.FinishRun(SampleRuns.Run(2).Id, new RunOutcome(RunState.Completed, "done", new TrialNumber(1), [], [], TimeSpan.Zero), None);
        }

        await using SqlRegimeParameters sets = await SqlRegimeParameters.Open(address);
        await using DatabaseConnections tables = new(address);
        await promise(sets, (regime, json) => tables.Write((db, token) => db.GetTable<RegimeParametersRow>().Where(p => p.Regime == regime)
            .Set(p => p.IsActive, (bool?)true)
            .Set(p => p.ActivatedAt, (DateTime?)Instants.ToColumn(SampleRuns.Start))
            .Set(p => p.ParametersJson, p => json ?? p.ParametersJson)
            .UpdateAsync(token), None));
    });

    private static RunOutcome PerRegime() => new(RunState.Completed, "done", null, [], [], TimeSpan.Zero)
    {
        ByRegime = [.. RegimeNames.States.Select((r, i) => new RegimeOutcome(r, new TrialNumber(i), null))],
    };
}
