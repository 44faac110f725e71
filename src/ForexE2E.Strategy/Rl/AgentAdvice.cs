using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Models;
using ForexE2E.Domain.Parameters;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Rl;

/// <summary>Asks the agent outside of a backtest: fine-tuned on the last days, as a window's would be, then asked for the day to come.</summary>
public static class AgentAdvice
{
    private const double Most = 2;

    /// <param name="data">Five pairs, VIX and models; what comes after <paramref name="at"/> is not looked at.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="trainDays">Calendar days to tune on.</param>
    /// <param name="parameters">The fifteen of the agent count.</param>
    /// <param name="seed">All luck of the tuning comes from it.</param>
    /// <param name="cancellation">Ends the tuning.</param>
    /// <exception cref="ArgumentException">Data are missing, or the history is too short; the message says what to add.</exception>
    /// <exception cref="ModelException">The models hold no agent, or not one that can be used.</exception>
    public static ImmutableArray<PairAdvice> At(MarketData data, DateTime at, int trainDays, ParameterSet parameters, ulong seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(parameters);
        if (AgentGround.WhyIdle(data) is { } reason)
            throw new ArgumentException($"The agent cannot be asked: {reason}.", nameof(data));
        BarSeries bars = data.Bars;
        int end = bars.IndexAtOrAfter(at.AddMinutes(1 - bars.Timeframe.Minutes)), first = bars.IndexAtOrAfter(at.AddDays(-trainDays));
        if (first >= end)
            throw new ArgumentException(FormattableString.Invariant($"No bar has ended in the {trainDays} days before {at:yyyy-MM-dd HH:mm}Z: name another instant."), nameof(at));
        AgentGround ground = new(data, seed);
        FittedWindow fit = new(first, end, end, end, new float[end - first], new Regime[end - first]);
        ReadOnlySpan<float> weights = ground.WeightsOf(fit, parameters, cancellation).InForce(ground.DayInForceAfter(end - 1));
        return weights.IsEmpty
            ? throw new ArgumentException("The agent knows no state yet: it needs 21 daily closes of all pairs and a VIX value before the instant.", nameof(at))
            : Advice(DailyCloses.Universe(data)!.Value, weights);
    }

    private static ImmutableArray<PairAdvice> Advice(ImmutableArray<BarSeries> universe, ReadOnlySpan<float> weights)
    {
        var advice = ImmutableArray.CreateBuilder<PairAdvice>();
        for (int i = 0; i < weights.Length; i++)
            advice.Add(new PairAdvice(universe[i].Symbol, weights[i], Math.Min(Most, weights[i] * weights.Length)));
        return advice.ToImmutable();
    }
}
