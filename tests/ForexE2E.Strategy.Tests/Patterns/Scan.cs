using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Decisions;
using ForexE2E.Strategy.Patterns;

namespace ForexE2E.Strategy.Tests.Patterns;

/// <summary>Everything a scanner says about a series: readings and living patterns at each close.</summary>
internal sealed class Scan
{
    private Scan(PatternReading[] readings, ChartPattern[][] alive) => (Readings, Alive) = (readings, alive);

    /// <summary>Geometry alone: no gate, no retest, no volume.</summary>
    public static PatternSettings Plain { get; } = new()
    {
        ConfidenceThreshold = 0.5,
        UseVolumeConfirmation = false,
        UseRegimeFilter = false,
        UseFalseBreakoutFilter = false,
        UseTimeframeAlignment = false,
        UseMomentumConfirmation = false,
    };

    public PatternReading[] Readings { get; }

    public ChartPattern[][] Alive { get; }

    public static Scan Of(BarSeries bars, PatternSettings settings, Func<int, Regime>? regime = null)
    {
        PatternScanner scanner = new PatternGround(bars).Scan(settings);
        PatternReading[] readings = new PatternReading[bars.Count];
        ChartPattern[][] alive = new ChartPattern[bars.Count][];
        ChartPattern[] room = new ChartPattern[40];
        for (int bar = 0; bar < bars.Count; bar++)
        {
            readings[bar] = scanner.Advance(bar, regime?.Invoke(bar) ?? Regime.Global);
            alive[bar] = room[..scanner.CopyPatterns(room)];
        }

        return new Scan(readings, alive);
    }

    public bool Saw(PatternKind kind, Side direction) => Alive.Any(a => a.Any(p => p.Kind == kind && p.Direction == direction));

    public bool SawAny(Func<ChartPattern, bool> which) => Alive.Any(a => a.Any(which));

    /// <summary>The pattern of a kind at the first close at which it is known.</summary>
    public ChartPattern First(PatternKind kind) => Alive.SelectMany(a => a).First(p => p.Kind == kind);

    /// <summary>First bar at whose close a pattern of a kind is alive; -1 when none is.</summary>
    public int FirstBar(PatternKind kind) => Array.FindIndex(Alive, a => a.Any(p => p.Kind == kind));

    /// <summary>The completed pattern of a kind, as at its first close after the breakout.</summary>
    public ChartPattern Completed(PatternKind kind) => Alive.SelectMany(a => a).First(p => p.Kind == kind && p.CompletedAt is not null);

    /// <summary>Bars at whose close a kind may act, as if it were the only one.</summary>
    public int[] Acting(PatternKind kind) => [.. Enumerable.Range(0, Readings.Length).Where(b => Readings[b].Acts && Readings[b].Kind == kind)];
}
