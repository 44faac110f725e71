using System.Numerics;
using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Patterns.Backdrop;
using ForexE2E.Strategy.Patterns.Shapes;

namespace ForexE2E.Strategy.Patterns.Lifecycle;

/// <summary>
/// The living patterns: one forming and one completed for each shape and direction; a newer one takes the place of the
/// older. So the work of a bar has a bound, and what happened long ago leaves no trace.
/// </summary>
internal sealed class PatternBoard(BarSeries bars, PatternBackdrop backdrop, PatternSettings settings)
{
    private const int Places = 2 * PatternShapes.Count;
    private const ulong FormingPlaces = (1UL << Places) - 1;
    private const ulong CompletedPlaces = FormingPlaces << Places;

    private readonly TrackedPattern[] _patterns = new TrackedPattern[2 * Places];
    private ulong _living;

    public void Clear() => _living = 0;

    /// <summary>Moves every living pattern one bar on. Completed ones first: what completes now has seen this bar already.</summary>
    public void Advance(int bar)
    {
        if (_living == 0)
        {
            return;
        }

        PatternBar prices = PatternBar.Of(bars, bar);
        for (ulong left = _living & CompletedPlaces; left != 0; left &= left - 1)
        {
            int place = BitOperations.TrailingZeroCount(left);
            Live(ref _patterns[place], prices);
            Settle(place);
        }

        for (ulong left = _living & FormingPlaces; left != 0; left &= left - 1)
        {
            int place = BitOperations.TrailingZeroCount(left);
            Live(ref _patterns[place], prices);
            Settle(place);
        }
    }

    /// <summary>Takes in a pattern drawn at a bar's close and lets it live through the bars since its last pivot.</summary>
    public void Add(in TrackedPattern drawn, int bar)
    {
        int place = (2 * (int)drawn.Shape) + (drawn.Direction == Side.Long ? 0 : 1);
        ref TrackedPattern pattern = ref _patterns[place];
        pattern = drawn;
        _living |= 1UL << place;
        for (int past = drawn.LastPivotBar + 1; past <= bar && !pattern.IsOver; past++)
        {
            Live(ref pattern, PatternBar.Of(bars, past));
        }

        Settle(place);
    }

    /// <summary>The best pattern that may act at a bar's close; of two equally good the later breakout.</summary>
    public bool TryBest(int bar, in PatternGates gates, out PatternReading reading)
    {
        int best = -1;
        for (ulong left = _living & CompletedPlaces; left != 0; left &= left - 1)
        {
            int place = BitOperations.TrailingZeroCount(left);
            ref TrackedPattern pattern = ref _patterns[place];
            bool able = pattern.Stage == PatternStage.Tradable
                && pattern.Quality.Total >= settings.ConfidenceThreshold
                && gates.Admit(bar, pattern.Direction, pattern.Shape.IsReversal());
            best = able && (best < 0 || IsBetter(pattern, _patterns[best])) ? place : best;
        }

        reading = best < 0 ? default : _patterns[best].Read(settings);
        return best >= 0;
    }

    /// <summary>Copies what is alive, as many as there is room for; returns how many.</summary>
    public int CopyTo(Span<ChartPattern> patterns, int bar)
    {
        int count = 0;
        for (ulong left = _living; left != 0 && count < patterns.Length; left &= left - 1)
        {
            patterns[count++] = _patterns[BitOperations.TrailingZeroCount(left)].Describe(bar, settings);
        }

        return count;
    }

    private void Live(ref TrackedPattern pattern, in PatternBar bar) =>
        pattern.Advance(bar.Seen(pattern.Direction, pattern.Anchor), settings, backdrop);

    private void Settle(int place)
    {
        ref TrackedPattern pattern = ref _patterns[place];
        bool completes = place < Places && pattern.Stage is (PatternStage.AwaitingRetest or PatternStage.Tradable);
        if (completes)
        {
            _patterns[place + Places] = pattern;
            _living |= 1UL << (place + Places);
        }

        if (pattern.IsOver || completes)
        {
            _living &= ~(1UL << place);
        }
    }

    private static bool IsBetter(in TrackedPattern one, in TrackedPattern other) =>
        one.Quality.Total > other.Quality.Total
        || (one.Quality.Total == other.Quality.Total && one.CompletedAt > other.CompletedAt);
}
