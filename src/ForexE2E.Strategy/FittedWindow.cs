using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Filters;

namespace ForexE2E.Strategy;

/// <summary>
/// What a train span taught, independent of any trial's parameters: for every bar from the first train bar to the last test
/// bar the probability that the price rises and the regime in force, each from bars up to that one. Immutable; 5 bytes a bar.
/// </summary>
public sealed class FittedWindow
{
    private readonly float[] _upProbability;
    private readonly byte[] _regimes;

    /// <param name="trainFirst">First bar of the train span.</param>
    /// <param name="trainEnd">Bar after its last.</param>
    /// <param name="testFirst">First bar of the test span, not before <paramref name="trainEnd"/>.</param>
    /// <param name="testEnd">Bar after its last.</param>
    /// <param name="upProbability">0 to 1 for each bar from <paramref name="trainFirst"/> to <paramref name="testEnd"/>; 0.5 says nothing.</param>
    /// <param name="regimes">One state for each of the same bars.</param>
    /// <exception cref="ArgumentException">Spans do not ascend, or a column has another length.</exception>
    public FittedWindow(int trainFirst, int trainEnd, int testFirst, int testEnd, ReadOnlySpan<float> upProbability, ReadOnlySpan<Regime> regimes)
    {
        if (trainFirst < 0 || trainEnd < trainFirst || testFirst < trainEnd || testEnd < testFirst)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Spans of a window must ascend, were train {trainFirst} to {trainEnd} and test {testFirst} to {testEnd}."));
        }

        if (upProbability.Length != testEnd - trainFirst || regimes.Length != upProbability.Length)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A fit of {testEnd - trainFirst} bars must have as many probabilities and regimes, had {upProbability.Length} and {regimes.Length}."));
        }

        (TrainFirst, TrainEnd, TestFirst, TestEnd) = (trainFirst, trainEnd, testFirst, testEnd);
        _upProbability = upProbability.ToArray();
        _regimes = new byte[regimes.Length];
        for (int i = 0; i < regimes.Length; i++)
        {
            _regimes[i] = (byte)regimes[i];
        }
    }

    /// <summary>Index of the first train bar.</summary>
    public int TrainFirst { get; }

    /// <summary>Index after the last train bar.</summary>
    public int TrainEnd { get; }

    /// <summary>Index of the first test bar.</summary>
    public int TestFirst { get; }

    /// <summary>Index after the last test bar.</summary>
    public int TestEnd { get; }

    /// <summary>What volume is usual at each hour of the train span; null when volume takes no part.</summary>
    public HourlyVolume? UsualVolume { get; init; }

    /// <summary>Regime known at a bar's close, for any bar of the window.</summary>
    public Regime RegimeAt(int bar) => (Regime)_regimes[bar - TrainFirst];

    /// <summary>
    /// Probability known at a bar's close that the price rises over the label's horizon, rounded to 1e-6: out of fold on the
    /// train span, from the fit of the whole train span after it. 0.5 where nothing can be said.
    /// </summary>
    public float UpProbabilityAt(int bar) => _upProbability[bar - TrainFirst];
}
