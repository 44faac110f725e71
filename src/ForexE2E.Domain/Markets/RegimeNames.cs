using System.Collections.Immutable;

namespace ForexE2E.Domain.Markets;

/// <summary>Regimes as the tables, commands and pages spell them.</summary>
public static class RegimeNames
{
    private static readonly ImmutableArray<string> Names = ["global", "trending_up", "trending_down", "ranging", "volatile"];

    /// <summary>The four states a market can be in, without <see cref="Regime.Global"/>.</summary>
    public static ImmutableArray<Regime> States { get; } = [Regime.TrendingUp, Regime.TrendingDown, Regime.Ranging, Regime.Volatile];

    public static string ToName(this Regime regime) => Names[(int)regime];

    /// <exception cref="FormatException">The name is none of the five.</exception>
    public static Regime Parse(string name)
    {
        int index = Names.IndexOf(name);
        return index >= 0 ? (Regime)index : throw new FormatException($"Unknown regime '{name}': must be one of {string.Join(", ", Names)}.");
    }
}
