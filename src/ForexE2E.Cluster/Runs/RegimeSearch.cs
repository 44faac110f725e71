using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.Stopping;

namespace ForexE2E.Cluster.Runs;

/// <summary>
/// The search of one regime, or of the whole run where one set serves all. It knows no trial of another regime: its sampler
/// counts its own trials from 0, so that the first is the defaults.
/// </summary>
internal sealed class RegimeSearch(Regime regime, RunDefinition definition, ISampler sampler, IStopRule stopRule)
{
    private int _heard;
    private TrialOrder _told = TrialOrder.Empty;

    public Regime Regime => regime;

    /// <summary>Why this search should begin no more trials; null to go on.</summary>
    public string? ReasonToStop(Run run, TimeSpan elapsed) => stopRule.ReasonToStop(
        regime == Regime.Global ? run : run with { Trials = run.Trials.Where(t => t.Value.Regime == regime).ToImmutableSortedDictionary() }, elapsed);

    /// <summary>Tells the sampler what has ended since.</summary>
    /// <param name="order">Numbers of all ended trials of the run in the order of recording.</param>
    public void Hear(Run run, TrialOrder order)
    {
        for (; _heard < order.Length; _heard++)
        {
            Trial trial = run.Trials[new TrialNumber(order[_heard])];
            if (trial.Regime == regime)
            {
                sampler.Observe(Observations.Of(trial, definition));
                _told = _told.Add(trial.Number.Value);
            }
        }
    }

    /// <summary>A new trial of this regime.</summary>
    /// <param name="underway">Trials begun and not ended, those of this decision included.</param>
    public Trial Suggest(int number, IReadOnlyCollection<Trial> underway, DateTime now)
    {
        Trial[] own = [.. underway.Where(t => t.Regime == regime)];
        ImmutableArray<PendingTrial> pending = [.. own.Select(t => new PendingTrial(TurnOf(t.Number.Value), t.Parameters))];
        ParameterSet parameters = sampler.Suggest(TurnOf(number), pending, SeedOf.Suggestion(definition.Seed, number));
        return new Trial
        {
            Number = new TrialNumber(number),
            Regime = regime,
            State = TrialState.Waiting,
            Parameters = parameters,
            Seen = _told,
            Pending = [.. own.Select(t => t.Number.Value)],
            CreatedAt = now,
        };
    }

    private int TurnOf(int number) => SearchTurns.TurnOf(definition.RegimeMode, number);
}
