using ForexE2E.Domain.Parameters;

namespace ForexE2E.Strategy.Filters;

/// <summary>Acts against a one-sided crowd: a weak signal that goes with it is inverted, a strong one trades smaller.</summary>
internal sealed class SentimentFilter
{
    private readonly PublishedColumn _longShares;
    private readonly NewsTone? _news;
    private readonly double _oneSided;
    private readonly double _leastConfidence;
    private readonly double _strength;

    /// <param name="news">Null: none is loaded.</param>
    public SentimentFilter(PublishedColumn longShares, NewsTone? news, ParameterSet p)
    {
        _longShares = longShares;
        _news = p.GetBool("filter_sentiment_use_news") ? news : null;
        _oneSided = p["filter_sentiment_contrarian_threshold"];
        _leastConfidence = p["filter_sentiment_confidence_threshold"];
        _strength = p["filter_sentiment_fade_strength"];
    }

    /// <summary>The signal as the crowd leaves it.</summary>
    public EntryOutlook Apply(int bar, in EntryOutlook signal)
    {
        Crowd crowd = Crowd.At(_longShares, bar, _news?.At(bar));
        if (crowd.Side != signal.Side || crowd.Share <= _oneSided || crowd.Confidence <= _leastConfidence)
        {
            return signal;
        }

        double against = crowd.Confidence * _strength;
        return signal.Confidence < against
            ? signal.Inverted(Math.Min(1, against - signal.Confidence))
            : signal with { SizeFactor = signal.SizeFactor * (1 - (against / 2)) };
    }
}
