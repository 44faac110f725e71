using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Strategy.Filters;
using ForexE2E.Strategy.Patterns;
using ForexE2E.Strategy.Riskfolio.Universe;

namespace ForexE2E.Strategy;

/// <summary>What the rules of a run share for portfolio weights, patterns and filters: one column set for each component that takes part. Immutable, thread-safe.</summary>
internal sealed class SignalSources
{
    private readonly BarSeries _bars;
    private readonly WeightPlan? _portfolio;
    private readonly PatternGround? _patterns;
    private readonly PublishedColumn? _vix;
    private readonly PublishedColumn? _sentiment;
    private readonly VolumeColumns? _volume;

    public SignalSources(MarketData data, ImmutableArray<ComponentStatus> components)
    {
        _bars = data.Bars;
        foreach (ComponentStatus status in components.Where(s => s.Active))
        {
            switch (status.Component)
            {
                case Component.Riskfolio:
                    _portfolio = new WeightPlan(new DailyReturns(data));
                    break;
                case Component.Patterns:
                    _patterns = new PatternGround(data.Bars);
                    break;
                case Component.Vix:
                    _vix = new PublishedColumn(data.Bars, data.Vix!);
                    break;
                case Component.Sentiment:
                    _sentiment = new PublishedColumn(data.Bars, data.Sentiment!);
                    break;
                case Component.Volume:
                    _volume = new VolumeColumns(data.Bars);
                    break;
                default:
                    throw new NotSupportedException($"Component {status.Component} gives no signal to a rule.");
            }
        }
    }

    /// <summary>The usual volume of a train span; null when volume takes no part.</summary>
    public HourlyVolume? UsualVolume(int first, int end) => _volume is null ? null : new HourlyVolume(_volume, first, end);

    /// <summary>The chain of one rule: components that take part and that the set does not switch off.</summary>
    /// <param name="isTest">Whether the test span is traded. On the train span all positions are of one size, so weights say nothing.</param>
    public SignalChain Chain(FittedWindow fit, ParameterSet p, bool isTest) => new(
        isTest && Weights(fit, p) is { } weights ? new PortfolioSize(_bars, weights) : null,
        _patterns is null ? null : new PatternVoice(_patterns, p),
        _vix is null || !p.GetBool("filter_vix_enabled") ? null : new VixFilter(_vix, p),
        _sentiment is null || !p.GetBool("filter_sentiment_enabled") ? null : new SentimentFilter(_sentiment, p),
        _volume is null || !p.GetBool("filter_volume_enabled") ? null : new VolumeFilter(_volume, fit.UsualVolume, p));

    /// <summary>
    /// Weights of all pairs by trading day of the window's test span, rebalanced in steps from the day the train span begins; null when the
    /// portfolio takes no part or there is no test bar.
    /// </summary>
    public PortfolioWeights? Weights(FittedWindow fit, ParameterSet p) => _portfolio is null || fit.TestEnd == fit.TestFirst ? null : _portfolio.Make(
        DailyReturns.DayOf(_bars, fit.TrainFirst),
        DailyReturns.DayOf(_bars, fit.TestFirst),
        DailyReturns.DayOf(_bars, fit.TestEnd - 1),
        new RiskfolioSettings(p));
}
