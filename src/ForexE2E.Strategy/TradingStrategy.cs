using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Strategy.Ensemble;
using ForexE2E.Strategy.Ensemble.Features;
using ForexE2E.Strategy.Filters;
using ForexE2E.Strategy.Regimes;
using ForexE2E.Strategy.Risk;
using ForexE2E.Strategy.Sizing;

namespace ForexE2E.Strategy;

/// <summary>
/// The trading engine of a run on loaded data: fits windows, and makes the rule that trades them under a parameter set.
/// Immutable and thread-safe after construction.
/// </summary>
public sealed class TradingStrategy
{
    private readonly RuleColumns _columns;
    private readonly SignalSources _sources;
    private readonly FeatureTable _features;
    private readonly double _leverage;

    /// <summary>Computes what depends on no parameter and no window: features, ranges, volatilities, trading days, the columns of patterns and filters.</summary>
    /// <exception cref="ParameterException">The definition fixes an unknown parameter or a value it cannot take.</exception>
    public TradingStrategy(MarketData data, RunDefinition definition)
    {
        Components = StrategyComponents.Statuses(definition, data);
        Fixed = StrategyComponents.FixedParameters(definition, data);
        _leverage = definition.Account.Leverage;
        _columns = new RuleColumns(data.Bars);
        _sources = new SignalSources(data, Components);
        _features = FeatureTable.Build(data.Bars, FeatureGroups.For(data), data.Bars.IndexAtOrAfter(definition.From));
    }

    /// <summary>Which components take part, and why others do not.</summary>
    public ImmutableArray<ComponentStatus> Components { get; }

    /// <summary>Parameters that cannot matter in this run, with the reason, and those the user fixed.</summary>
    public ImmutableArray<FixedParameter> Fixed { get; }

    /// <summary>Whether sizes need the trades of the train span: Kelly and optimal f.</summary>
    public static bool NeedsTrainStatistics(ParameterSet parameters) =>
        parameters.GetChoice("sizing_method") is "kelly" or "optimal_f";

    /// <summary>
    /// What the window's train span teaches; the same for every parameter set, so it can be shared. Only bars that end by
    /// the train span's end are learned from; test bars are predicted each from bars up to its own.
    /// </summary>
    /// <exception cref="ArgumentException">The window begins before the run's span, for which no features were computed.</exception>
    public FittedWindow Fit(WalkForwardWindow window, ulong seed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        BarSeries bars = _columns.Bars;
        int trainFirst = bars.IndexAtOrAfter(window.TrainFrom);
        int trainEnd = EndedBy(bars, window.TrainTo);
        int testFirst = bars.IndexAtOrAfter(window.TestFrom);
        int testEnd = bars.IndexAtOrAfter(window.TestTo);
        if (trainFirst < _features.First)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Window {window.Index} trains from {window.TrainFrom:yyyy-MM-dd}, before the run's span begins; begin the span there."));
        }

        float[] probabilities = new float[testEnd - trainFirst];
        Regime[] regimes = new Regime[probabilities.Length];
        RegimeFit.Fill(bars, trainFirst, trainEnd, regimes, SeedOf.Mix(seed, 0, 22), cancellation);
        Array.Fill(probabilities, 0.5f);
        StackedEnsemble.Fit(bars, _features, trainFirst, trainEnd, seed, cancellation)?.Predict(trainFirst, probabilities);
        return new FittedWindow(trainFirst, trainEnd, testFirst, testEnd, probabilities, regimes) { UsualVolume = _sources.UsualVolume(trainFirst, trainEnd) };
    }

    /// <summary>The rule for the train span: every exit of the set but the account's daily limit, all positions of one equity's notional.</summary>
    public EngineRule TrainRule(FittedWindow fit, ParameterSet parameters)
    {
        RiskSettings risk = new RiskSettings(parameters) with { DailyLossLimit = double.PositiveInfinity };
        SizingSettings sizing = new SizingSettings(parameters) with { Method = SizingMethod.Unit };
        return new EngineRule(_columns, fit, risk, new PositionSizer(sizing, _leverage, TrainStatistics.None), _sources.Chain(fit, parameters, isTest: false));
    }

    /// <summary>The rule for the test span.</summary>
    /// <param name="train">Trades of <see cref="TrainRule"/>; <see cref="TrainStatistics.None"/> when the sizing needs none.</param>
    public EngineRule TestRule(FittedWindow fit, ParameterSet parameters, TrainStatistics train) =>
        new(_columns, fit, new RiskSettings(parameters), new PositionSizer(new SizingSettings(parameters), _leverage, train), _sources.Chain(fit, parameters, isTest: true));

    /// <summary>What volume is usual at each hour between two bars; null when volume takes no part in the run.</summary>
    public HourlyVolume? UsualVolume(int first, int end) => _sources.UsualVolume(first, end);

    // The train span must be over when its last bar is.
    private static int EndedBy(BarSeries bars, DateTime instant) =>
        bars.IndexAtOrAfter(instant.AddMinutes(1 - bars.Timeframe.Minutes));
}
