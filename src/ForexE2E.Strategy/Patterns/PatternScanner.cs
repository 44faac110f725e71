using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Patterns.Backdrop;
using ForexE2E.Strategy.Patterns.Lifecycle;
using ForexE2E.Strategy.Patterns.Shapes;
using ForexE2E.Strategy.Patterns.Swings;

namespace ForexE2E.Strategy.Patterns;

/// <summary>
/// Reads chart patterns bar by bar. What it says at a bar's close rests on bars up to that one. Work a bar is bounded and
/// allocates nothing. For one trial and one thread; made by
/// <see cref="PatternGround.Scan"/>, which holds what trials share.
/// </summary>
public sealed class PatternScanner
{
    /// <summary>Own pivots of the smallest pattern, the double bottom.</summary>
    private const int FewestPivots = 3;

    private readonly PatternSettings _settings;
    private readonly PatternBackdrop _backdrop;
    private readonly SwingTrail _trail;
    private readonly PatternBoard _board;
    private readonly SwingRing _ring = new();
    private readonly PatternOutline[] _found = new PatternOutline[PatternShapes.Count];
    private readonly int[] _pivotBars = new int[SwingView.Depth];
    private readonly double[] _pivotPrices = new double[SwingView.Depth];
    private PatternGates _gates;
    private int _nextPivot;
    private int _nextKnownAt;
    private int _nextBar;

    /// <param name="backdrop">Of the same bars.</param>
    /// <param name="trail">Of the same bars, with the settings' smallest leg.</param>
    /// <exception cref="ArgumentException">Backdrop or trail are of other bars or another leg.</exception>
    public PatternScanner(BarSeries bars, PatternBackdrop backdrop, SwingTrail trail, PatternSettings settings)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(backdrop);
        ArgumentNullException.ThrowIfNull(trail);
        ArgumentNullException.ThrowIfNull(settings);
        if (backdrop.Count != bars.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The backdrop must describe the {bars.Count} bars scanned, described {backdrop.Count}."),
                nameof(backdrop));
        }

        if (trail.SmallestLeg != settings.SmallestLeg)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The swing trail must be of legs of {settings.SmallestLeg} bars, was of {trail.SmallestLeg}."),
                nameof(trail));
        }

        (_backdrop, _trail, _settings) = (backdrop, trail, settings);
        _board = new PatternBoard(bars, backdrop, settings);
        Start(0);
    }

    /// <summary>
    /// Begins anew, so that <paramref name="firstBar"/> is the next bar to advance. The bars before it are looked back at as
    /// far as they matter: readings are those of a scan from the first bar of the series, gates apart, whose count of bars
    /// in a regime begins here.
    /// </summary>
    public void Start(int firstBar)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstBar);
        _board.Clear();
        _ring.Clear();
        _gates = new PatternGates(_settings, _backdrop);
        int warmUp = Math.Max(0, firstBar - _settings.WarmUpBars);
        MoveTo(_trail.CountKnownBefore(warmUp));
        FillRing();
        for (_nextBar = warmUp; _nextBar < firstBar; _nextBar++)
        {
            Live(_nextBar);
        }
    }

    /// <summary>Moves to the close of the next bar and says what the patterns say there.</summary>
    /// <param name="bar">The bar after the last one.</param>
    /// <param name="regime">Regime at that close; Global when there is none, which leaves the regime filter dead.</param>
    /// <exception cref="ArgumentException">Another bar is due.</exception>
    public PatternReading Advance(int bar, Regime regime)
    {
        if (bar != _nextBar)
        {
            throw new ArgumentException(FormattableString.Invariant($"Bar {_nextBar} is due, was given {bar}; Start begins elsewhere."), nameof(bar));
        }

        _nextBar++;
        Live(bar);
        _gates.Advance(regime);
        _board.TryBest(bar, _gates, out PatternReading reading);
        return reading;
    }

    /// <summary>Copies the living patterns, forming ones first, as they stand at the last bar; returns how many.</summary>
    public int CopyPatterns(Span<ChartPattern> patterns) => _board.CopyTo(patterns, _nextBar - 1);

    private void Live(int bar)
    {
        _board.Advance(bar);
        while (_nextKnownAt <= bar)
        {
            _ring.Add(_trail.Pivots[_nextPivot]);
            MoveTo(_nextPivot + 1);
            Search(bar, Side.Long);
            Search(bar, Side.Short);
        }
    }

    private void MoveTo(int pivot)
    {
        _nextPivot = pivot;
        _nextKnownAt = pivot < _trail.Pivots.Length ? _trail.KnownAt(pivot) : int.MaxValue;
    }

    private void Search(int bar, Side direction)
    {
        int anchor = _ring.Newest.Points;
        double atr = _backdrop.AverageTrueRange(bar);
        int connected = _ring.CountConnected(bar - _settings.LookbackBars, _settings.LargestLeg, SwingView.Depth);
        if (connected < FewestPivots)
        {
            return;
        }

        int count = _ring.CopyTo(_pivotBars, _pivotPrices, direction, anchor);
        bool newestIsLow = _ring.Newest.IsHigh == (direction == Side.Short);
        SwingView swings = new(_pivotBars.AsSpan(0, count), _pivotPrices.AsSpan(0, count), connected, newestIsLow, atr);
        int found = ShapeSearch.Find(swings, _found);
        for (int i = 0; i < found; i++)
        {
            double support = _ring.SupportAt(anchor + ((int)direction * _found[i].Base), _found[i].FirstBar, atr);
            _board.Add(new TrackedPattern(_found[i], direction, anchor, support), bar);
        }
    }

    private void FillRing()
    {
        ReadOnlySpan<SwingPivot> known = _trail.Pivots[.._nextPivot];
        int first = known.Length;
        while (first > 0 && known[^1].Ordinal - known[first - 1].Ordinal < SwingRing.Capacity)
        {
            first--;
        }

        foreach (SwingPivot pivot in known[first..])
        {
            _ring.Add(pivot);
        }
    }
}
