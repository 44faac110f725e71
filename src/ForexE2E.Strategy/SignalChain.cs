using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Filters;
using ForexE2E.Strategy.Patterns;
using ForexE2E.Strategy.Riskfolio.Universe;
using ForexE2E.Strategy.Sssd;

namespace ForexE2E.Strategy;

/// <summary>
/// Steps 2 to 4 and 6 to 10 of the decision: patterns are heard and blended with the ensemble, the forecast says how high the
/// confidence bar is, confidence is checked, the portfolio's weight, the forecast and the VIX set the size, then come sentiment and
/// volume. A component that takes no part is null and skipped. One for each rule: patterns keep state.
/// </summary>
internal sealed class SignalChain(
    PortfolioSize? portfolio, PatternVoice? patterns, VixFilter? vix, SentimentFilter? sentiment, VolumeFilter? volume, SssdVoice? forecasts = null)
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

        SssdReading? forecast = Forecast(bar, score, held);
        Side side = EntrySignal.SideOf(score, forecast?.Bar ?? 1);
        if (side == Side.None)
        {
            return default;
        }

        double size = (portfolio?.FactorAt(bar) ?? 1) * (vix?.SizeFactorAt(bar) ?? 1) * (forecast?.Size ?? 1);
        EntryOutlook signal = new(side, EntrySignal.ConfidenceOf(score), size, patterns?.TermsOf(reading, side) ?? default) { Forecast = forecast };
        signal = sentiment?.Apply(bar, signal) ?? signal;
        return volume?.Apply(bar, signal) ?? signal;
    }

    // Forecasts are dear: only where the score may pass the lowest bar, and could change the position.
    private SssdReading? Forecast(int bar, double score, Side held)
    {
        Side side = EntrySignal.SideOf(score, SssdReading.LoweredBar);
        bool matters = side != Side.None && (side != held || sentiment is not null);
        return matters ? forecasts?.At(bar) : null;
    }
}
