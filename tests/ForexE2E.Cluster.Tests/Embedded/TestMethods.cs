using System.Collections.Immutable;
using ForexE2E.Cluster.Runs;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Selection;
using ForexE2E.Optimization.Stopping;

namespace ForexE2E.Cluster.Tests.Embedded;

/// <summary>A small search whose suggestions depend on all it was told, in the order of telling.</summary>
internal static class TestMethods
{
    public static SearchMethods Create() => new(
        (space, _) => new OrderSampler(space),
        _ => new Never(),
        (trials, _) => Best(trials) is { } best ? [best] : [],
        Best);

    private static Trial? Best(IEnumerable<Trial> trials) =>
        trials.Where(t => t.IsSelectable()).OrderByDescending(t => t.Result!.Score).ThenBy(t => t.Number).FirstOrDefault();

    private sealed class Never : IStopRule
    {
        public string? ReasonToStop(Run run, TimeSpan elapsed) => null;
    }

    private sealed class OrderSampler(ParameterSpace space) : ISampler
    {
        private ulong _told;

        public void Observe(ObservedTrial trial) =>
            _told = SeedOf.Mix(_told, (ulong)trial.Number, BitConverter.DoubleToUInt64Bits(trial.Losses.IsEmpty ? 0 : trial.Losses[0]));

        public ParameterSet Suggest(int number, ImmutableArray<PendingTrial> pending, ulong seed)
        {
            var random = new SplitMix64(SeedOf.Mix(seed, _told, (ulong)pending.Length));
            double[] values = [.. space.Definitions.Select(d => d.Low + (random.NextDouble() * (d.High - d.Low)))];
            return space.Repair(values);
        }
    }
}
