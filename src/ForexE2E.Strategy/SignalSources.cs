using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Strategy.Filters;
using ForexE2E.Strategy.Patterns;

namespace ForexE2E.Strategy;

/// <summary>What the rules of a run share for patterns and filters: one column set for each component that takes part. Immutable, thread-safe.</summary>
internal sealed class SignalSources
{
    private readonly PatternGround? _patterns;
    private readonly PublishedColumn? _vix;
    private readonly PublishedColumn? _sentiment;
    private readonly NewsTone? _news;
    private readonly VolumeColumns? _volume;

    public SignalSources(MarketData data, ImmutableArray<ComponentStatus> components)
    {
        foreach (ComponentStatus status in components.Where(s => s.Active))
        {
            switch (status.Component)
            {
                case Component.Patterns:
                    _patterns = new PatternGround(data.Bars);
                    break;
                case Component.Vix:
                    _vix = new PublishedColumn(data.Bars, data.Vix!);
                    break;
                case Component.Sentiment:
                    _sentiment = new PublishedColumn(data.Bars, data.Sentiment!);
                    _news = data.News is null ? null : new NewsTone(data.Bars, data.News);
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
    public SignalChain Chain(FittedWindow fit, ParameterSet p) => new(
        _patterns is null ? null : new PatternVoice(_patterns, p),
        _vix is null || !p.GetBool("filter_vix_enabled") ? null : new VixFilter(_vix, p),
        _sentiment is null || !p.GetBool("filter_sentiment_enabled") ? null : new SentimentFilter(_sentiment, _news, p),
        _volume is null || !p.GetBool("filter_volume_enabled") ? null : new VolumeFilter(_volume, fit.UsualVolume, p));
}
