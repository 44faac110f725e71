using System.Collections.Immutable;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Domain.Runs;

/// <summary>
/// Whose turn a trial is. In a global run trial n is the n-th of the one search. In a per-regime run trial n belongs to regime
/// n mod 4, in the order trending_up, trending_down, ranging, volatile; numbers of a stopped regime stay unused. Pure.
/// </summary>
public static class SearchTurns
{
    /// <summary>The regimes a run searches; Global alone in a global run.</summary>
    public static ImmutableArray<Regime> Regimes(RegimeMode mode) => mode == RegimeMode.PerRegime ? RegimeNames.States : [Regime.Global];

    /// <summary>The regime a trial searches.</summary>
    public static Regime RegimeOf(RegimeMode mode, int number)
    {
        ImmutableArray<Regime> regimes = Regimes(mode);
        return regimes[number % regimes.Length];
    }

    /// <summary>Position of a trial in its own regime's search, from 0.</summary>
    public static int TurnOf(RegimeMode mode, int number) => number / Regimes(mode).Length;

    /// <summary>Trials planned for a regime.</summary>
    public static int Planned(RunDefinition definition, Regime regime)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ImmutableArray<Regime> regimes = Regimes(definition.RegimeMode);
        return (definition.Trials - regimes.IndexOf(regime) + regimes.Length - 1) / regimes.Length;
    }

    /// <summary>Trials that may still be begun.</summary>
    public static int Left(Run run) => Upcoming(run).Sum(u => u.Left);

    /// <summary>Numbers of the next trials, ascending; fewer than asked for when the searches end.</summary>
    public static ImmutableArray<int> Next(Run run, int count)
    {
        ArgumentNullException.ThrowIfNull(run);
        int stride = Regimes(run.Definition.RegimeMode).Length;
        return [.. Upcoming(run).SelectMany(u => Enumerable.Range(0, Math.Min(u.Left, count)).Select(i => u.First + (i * stride))).Order().Take(count)];
    }

    // Each regime's trials are begun in order, so that their count tells the next one's number.
    private static IEnumerable<(int First, int Left)> Upcoming(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        RunDefinition definition = run.Definition;
        ImmutableArray<Regime> regimes = Regimes(definition.RegimeMode);
        return regimes.Select((regime, i) =>
        {
            int begun = run.Tally.Begun(regimes.Length, i);
            return (First: i + (begun * regimes.Length), Left: run.StoppedRegimes.ContainsKey(regime) ? 0 : Math.Max(0, Planned(definition, regime) - begun));
        });
    }
}
