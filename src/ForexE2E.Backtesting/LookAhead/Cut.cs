namespace ForexE2E.Backtesting.LookAhead;

/// <summary>A bar after which the future is taken away or changed.</summary>
/// <param name="Bar">The last bar that is known, by index.</param>
/// <param name="Why">Why this bar: the edge it stands on, or "seeded".</param>
public sealed record Cut(int Bar, string Why);
