using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Strategy;

/// <summary>
/// The trading engine of a run on loaded data: fits windows, and makes the rule that trades them under a parameter set.
/// Immutable and thread-safe after construction.
/// </summary>
public sealed class TradingStrategy
{
    private readonly BarSeries _bars;

    /// <exception cref="ParameterException">The definition fixes an unknown parameter or a value it cannot take.</exception>
    public TradingStrategy(MarketData data, RunDefinition definition)
    {
        _bars = data.Bars;
        Components = StrategyComponents.Statuses(definition);
        Fixed = StrategyComponents.FixedParameters(definition);
    }

    /// <summary>Which components take part, and why others do not.</summary>
    public ImmutableArray<ComponentStatus> Components { get; }

    /// <summary>Parameters that cannot matter in this run, with the reason, and those the user fixed.</summary>
    public ImmutableArray<FixedParameter> Fixed { get; }

    /// <summary>Whether sizes need the trades of the train span: Kelly and optimal f.</summary>
    public static bool NeedsTrainStatistics(ParameterSet parameters) =>
        parameters.GetChoice("sizing_method") is "kelly" or "optimal_f";

    /// <summary>What the window's train span teaches; the same for every parameter set, so it can be shared.</summary>
    public FittedWindow Fit(WalkForwardWindow window, ulong seed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        int trainFirst = _bars.IndexAtOrAfter(window.TrainFrom);
        int trainEnd = _bars.IndexAtOrAfter(window.TrainTo);
        int testFirst = _bars.IndexAtOrAfter(window.TestFrom);
        int testEnd = _bars.IndexAtOrAfter(window.TestTo);
        float[] probabilities = new float[testEnd - trainFirst];
        Regime[] regimes = new Regime[probabilities.Length];
        Array.Fill(probabilities, 0.5f);
        Array.Fill(regimes, Regime.Ranging);
        return new FittedWindow(trainFirst, trainEnd, testFirst, testEnd, probabilities, regimes);
    }

    /// <summary>The rule for the train span: every exit of the parameter set, all positions of one unit of equity.</summary>
    public EngineRule TrainRule(FittedWindow fit, ParameterSet parameters) => default;

    /// <summary>The rule for the test span.</summary>
    /// <param name="train">Trades of <see cref="TrainRule"/>; <see cref="TrainStatistics.None"/> when the sizing needs none.</param>
    public EngineRule TestRule(FittedWindow fit, ParameterSet parameters, TrainStatistics train) => default;
}
