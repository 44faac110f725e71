using System.Collections.Immutable;

namespace ForexE2E.Backtesting.LookAhead;

/// <summary>All verdicts at one cut.</summary>
public sealed record CutResult(Cut Cut, ImmutableArray<ComponentVerdict> Verdicts);
