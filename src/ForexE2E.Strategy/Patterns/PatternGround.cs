using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Patterns.Backdrop;
using ForexE2E.Strategy.Patterns.Swings;

namespace ForexE2E.Strategy.Patterns;

/// <summary>
/// What every trial on the same bars shares: the backdrop, and one swing trail for each smallest leg, found when first
/// asked for. Keep one a series; it may be used from several threads. About 18 bytes a bar, and 2 more for each trail.
/// </summary>
public sealed class PatternGround
{
    private const int LongestLeg = 30;

    private readonly BarSeries _bars;
    private readonly Lazy<PatternBackdrop> _backdrop;
    private readonly Lazy<SwingTrail>[] _trails;

    public PatternGround(BarSeries bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        _bars = bars;
        _backdrop = new Lazy<PatternBackdrop>(() => PatternBackdrop.Of(bars));
        _trails = [.. Enumerable.Range(1, LongestLeg).Select(leg => new Lazy<SwingTrail>(() => SwingTrail.Of(bars, leg)))];
    }

    /// <summary>The columns patterns are judged against.</summary>
    public PatternBackdrop Backdrop => _backdrop.Value;

    /// <summary>The swing pivots of a smallest leg.</summary>
    /// <param name="smallestLeg">1 to 30 bars.</param>
    public SwingTrail Trail(int smallestLeg)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(smallestLeg, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(smallestLeg, LongestLeg);
        return _trails[smallestLeg - 1].Value;
    }

    /// <summary>A scanner for one trial on these bars.</summary>
    public PatternScanner Scan(PatternSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new PatternScanner(_bars, Backdrop, Trail(settings.SmallestLeg), settings);
    }
}
