using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Filters;
using ForexE2E.Strategy.Patterns;
using ForexE2E.Strategy.Riskfolio.Universe;

namespace ForexE2E.Strategy;

/// <summary>
/// Steps 2, 4 and 6 to 10 of the decision: patterns are heard and blended with the ensemble, confidence is checked, the
/// portfolio's weight and the VIX set the size, then come sentiment and volume. A component that takes no part is null and skipped. One for each rule: patterns keep state.
/// </summary>
internal sealed class SignalChain(PortfolioSize? portfolio, PatternVoice? patterns, VixFilter? vix, SentimentFilter? sentiment, VolumeFilter? volume)
{
    /// <summary>The ensemble alone.</summary>
    public static SignalChain EnsembleOnly { get; } = new(null, null, null, null, null);

    /// <summary>What is signalled at a close; ask every bar of the span in order.</summary>
    public EntryOutlook At(int bar, float upProbability, Regime regime)
    {
        double score = (2.0 * upProbability) - 1;
        PatternReading reading = default;
        if (patterns is not null)
        {
            reading = patterns.Hear(bar, regime);
            score = patterns.Blend(reading, score);
        }

        Side side = EntrySignal.SideOf(score);
        if (side == Side.None)
        {
            return default;
        }

        double size = (portfolio?.FactorAt(bar) ?? 1) * (vix?.SizeFactorAt(bar) ?? 1);
        EntryOutlook signal = new(side, EntrySignal.ConfidenceOf(score), size, patterns?.TermsOf(reading, side) ?? default);
        signal = sentiment?.Apply(bar, signal) ?? signal;
        return volume?.Apply(bar, signal) ?? signal;
    }
}
