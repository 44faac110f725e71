using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Strategy.Filters;
using ForexE2E.Strategy.Patterns;
using ForexE2E.Strategy.Riskfolio.Universe;
using ForexE2E.Strategy.Rl;
using ForexE2E.Strategy.Sssd;

namespace ForexE2E.Strategy;

/// <summary>What the rules of a run share for portfolio weights, patterns and filters: one column set for each component that takes part. Immutable, thread-safe.</summary>
internal sealed class SignalSources
{
    private readonly BarSeries _bars;
    private readonly WeightPlan? _portfolio;
    private readonly PatternGround? _patterns;
    private readonly PublishedColumn? _vix;
    private readonly PublishedColumn? _sentiment;
    private readonly NewsTone? _news;
    private readonly VolumeColumns? _volume;
    private readonly SssdForecaster? _forecaster;
    private readonly AgentGround? _agents;

    public SignalSources(MarketData data, ImmutableArray<ComponentStatus> components, ulong seed)
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
                    _news = data.News is null ? null : new NewsTone(data.Bars, data.News);
                    break;
                case Component.Volume:
                    _volume = new VolumeColumns(data.Bars);
                    break;
                case Component.Sssd:
                    _forecaster = new SssdForecaster(data);
                    break;
                case Component.Rl:
                    _agents = new AgentGround(data, seed);
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
        isTest ? WeightOf(fit, p) : null,
        _patterns is null ? null : new PatternVoice(_patterns, p),
        _vix is null || !p.GetBool("filter_vix_enabled") ? null : new VixFilter(_vix, p),
        _sentiment is null || !p.GetBool("filter_sentiment_enabled") ? null : new SentimentFilter(_sentiment, _news, p),
        _volume is null || !p.GetBool("filter_volume_enabled") ? null : new VolumeFilter(_volume, fit.UsualVolume, p),
        _forecaster is null ? null : new SssdVoice(_forecaster, fit.TrainFirst, fit.TrainEnd, p, bar => MaySignal(fit, bar), fit.TestEnd));

    /// <summary>
    /// Weights of all pairs by trading day of the window's test span, rebalanced in steps from the day the train span begins; null when the
    /// portfolio takes no part or there is no test bar.
    /// </summary>
    public PortfolioWeights? Weights(FittedWindow fit, ParameterSet p) => _portfolio is null || fit.TestEnd == fit.TestFirst ? null : _portfolio.Make(
        DailyReturns.DayOf(_bars, fit.TrainFirst),
        DailyReturns.DayOf(_bars, fit.TestFirst),
        DailyReturns.DayOf(_bars, fit.TestEnd - 1),
        new RiskfolioSettings(p));

    private PairWeight? WeightOf(FittedWindow fit, ParameterSet p)
    {
        PortfolioSize? portfolio = Weights(fit, p) is { } weights ? new PortfolioSize(_bars, weights) : null;
        // At alpha 0 the agent only advises: it need not be tuned, for nothing depends on it.
        bool counts = _agents is not null && fit.TestEnd > fit.TestFirst && p["rl_hybrid_alpha"] > 0;
        WeightLimits limits = _portfolio is null ? WeightLimits.None : new WeightLimits(p["riskfolio_min_weight"], p["riskfolio_max_weight"]);
        AgentVoice? agent = counts ? new AgentVoice(_agents!, _agents!.WeightsOf(fit, p, CancellationToken.None), limits, p) : null;
        return portfolio is null && agent is null ? null : new PairWeight(portfolio, agent);
    }

    private static bool MaySignal(FittedWindow fit, int bar) => EntrySignal.SideOf((2.0 * fit.UpProbabilityAt(bar)) - 1, SssdReading.LoweredBar) != Decisions.Side.None;
}
