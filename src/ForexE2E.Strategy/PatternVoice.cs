using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Patterns;
using ForexE2E.Strategy.Risk;

namespace ForexE2E.Strategy;

/// <summary>The chart patterns as one rule hears them, bar after bar; asked elsewhere, it begins anew there.</summary>
internal sealed class PatternVoice
{
    private readonly PatternScanner _scanner;
    private readonly double _weight;
    private int _nextBar = -1;

    public PatternVoice(PatternGround ground, ParameterSet parameters)
    {
        PatternSettings settings = PatternSettings.From(parameters);
        _scanner = ground.Scan(settings);
        _weight = settings.ConfluenceWeight;
    }

    /// <summary>What the patterns say at a close; every bar must be heard, in order.</summary>
    public PatternReading Hear(int bar, Regime regime)
    {
        if (bar != _nextBar)
        {
            _scanner.Start(bar);
        }

        _nextBar = bar + 1;
        return _scanner.Advance(bar, regime);
    }

    /// <summary>The ensemble's signed confidence and the patterns' together, -1 to 1.</summary>
    public double Blend(in PatternReading reading, double ensemble) => reading.BlendWith(ensemble, _weight);

    /// <summary>
    /// The terms of a trade on a side: the pattern's when it acts, is of that side and has weight. A target that lies no
    /// farther than where trailing starts would end every trade before it could trail, so the trade then runs on to trail.
    /// </summary>
    public TechnicalTerms TermsOf(in PatternReading reading, Side side)
    {
        if (!reading.Acts || reading.Direction != side || _weight == 0)
        {
            return default;
        }

        return new TechnicalTerms(
            RunsPast(reading) ? 0 : Math.Max(1, reading.TargetDistance),
            Math.Max(1, reading.StopDistance),
            Math.Max(1, reading.TrailingActivationDistance),
            Math.Max(1, reading.TrailingStepDistance));
    }

    private static bool RunsPast(in PatternReading reading) => reading.TrailingActivationDistance >= reading.TargetDistance;
}
