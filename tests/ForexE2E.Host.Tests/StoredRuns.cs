using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Storage.Database;
using ForexE2E.Storage.Runs;

namespace ForexE2E.Host.Tests;

/// <summary>Runs put into a database without being computed: each trial's figures follow from one parameter and some luck.</summary>
internal static class StoredRuns
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>A run of so many trials; every fourth was pruned, every tenth failed. Trial 0 are the defaults.</summary>
    public static async Task<Run> Put(string database, int trials, double violation = 0, ImmutableArray<ModelStamp> models = default)
    {
        Run run = new()
        {
            Id = new RunId(Guid.NewGuid()),
            Definition = new RunDefinition
            {
                Market = new Market(Symbol.Parse("EURUSD"), new Timeframe(5)),
                From = Start,
                To = Start.AddDays(100),
                Data = new DataSources(),
                Trials = Math.Max(1, trials),
                Pruner = PruningMethod.Median,
            },
            Record = new RunRecord("hash", "1", "cpu", [], [], 20, 4) { Models = models },
            CreatedAt = Start,
        };
        await using SqlRunStore store = await RunStores.Open(DatabaseAddress.Parse(database), TimeProvider.System);
        await store.CreateRun(run, default);
        Trial[] all = [.. Trials(run, trials, violation)];
        await store.FinishTrials(run.Id, all, default);
        return all.Aggregate(run, (r, t) => r.With(t));
    }

    private static IEnumerable<Trial> Trials(Run run, int trials, double violation)
    {
        ParameterSpace space = ParameterCatalog.Space([]);
        var sampler = new RandomSampler(space);
        int position = space.Definitions.ToList().FindIndex(d => d.Name == "risk_stop_loss_pct");
        for (int n = 0; n < trials; n++)
        {
            ParameterSet set = sampler.Suggest(n, [], SeedOf.Suggestion(3, n));
            double luck = new SplitMix64((ulong)n).NextDouble();
            double sharpe = set.Values[position] + (0.1 * luck);
            double[] values = [sharpe, 10 + (5 * luck) - sharpe, 1 + luck, 0.3 + (0.1 * luck)];
            TrialState state = n % 10 == 9 ? TrialState.Failed : n % 4 == 3 ? TrialState.Pruned : TrialState.Completed;
            yield return new Trial
            {
                Number = new TrialNumber(n),
                State = state,
                Parameters = set,
                Seen = [],
                Pending = [],
                Result = state == TrialState.Failed ? null : new TrialResult(Metrics.With(sharpe), [.. values], run.Definition.Objectives.Score([.. values]), violation),
                Reason = state == TrialState.Completed ? null : "as the test wished",
                Windows = state == TrialState.Completed ? 20 : 5,
                CpuTime = TimeSpan.FromSeconds(1),
                CreatedAt = Start,
                FinishedAt = Start.AddMinutes(n + 1),
            };
        }
    }
}
