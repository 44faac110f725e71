namespace ForexE2E.Domain.Markets;

/// <summary>The state of a market; <see cref="Global"/> stands for all states together.</summary>
public enum Regime
{
    Global = 0,
    TrendingUp = 1,
    TrendingDown = 2,
    Ranging = 3,
    Volatile = 4,
}
