using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Filters;
using ForexE2E.Strategy.Patterns;
using ForexE2E.Strategy.Sssd;

namespace ForexE2E.Strategy;

/// <summary>
/// Steps 2 to 10 of the decision: patterns are heard and blended with the ensemble, confidence is checked, the pair's weight and the VIX set the
/// size, then come sentiment and volume. The forecast, which says how high the confidence bar is and scales the size, needs nothing of the
/// filters and is dear, so it is asked last, where they left a signal. A component that takes no part is null and skipped. One for each rule: patterns keep state.
/// </summary>
internal sealed class SignalChain(
    PairWeight? weight, PatternVoice? patterns, VixFilter? vix, SentimentFilter? sentiment, VolumeFilter? volume, SssdVoice? forecasts = null)
{
    /// <summary>The ensemble alone.</summary>
    public static SignalChain EnsembleOnly { get; } = new(null, null, null, null, null);

    /// <summary>What is signalled at a close; ask every bar of the span in order.</summary>
    /// <param name="held">Side of the open position: a signal of the same side changes nothing, so it need not be told.</param>
    public EntryOutlook At(int bar, float upProbability, Regime regime, Side held = Side.None)
    {
        double score = (2.0 * upProbability) - 1;
        PatternReading reading = default;
        if (patterns is not null)
        {
            reading = patterns.Hear(bar, regime);
            score = patterns.Blend(reading, score);
        }

        Side side = EntrySignal.SideOf(score, forecasts is null ? 1 : SssdReading.LoweredBar);
        if (side == Side.None)
        {
            return default;
        }

        double size = (weight?.FactorAt(bar) ?? 1) * (vix?.SizeFactorAt(bar) ?? 1);
        EntryOutlook signal = new(side, EntrySignal.ConfidenceOf(score), size, patterns?.TermsOf(reading, side) ?? default);
        signal = sentiment?.Apply(bar, signal) ?? signal;
        signal = volume?.Apply(bar, signal) ?? signal;
        return forecasts is null || signal.Side == Side.None || signal.Side == held ? signal : Judged(bar, score, signal, forecasts);
    }

    private static EntryOutlook Judged(int bar, double score, in EntryOutlook signal, SssdVoice forecasts)
    {
        SssdReading? forecast = forecasts.At(bar);
        return EntrySignal.SideOf(score, forecast?.Bar ?? 1) == Side.None
            ? default
            : signal with { SizeFactor = signal.SizeFactor * (forecast?.Size ?? 1), Forecast = forecast };
    }
}
