using System.Collections.Immutable;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>One window with everything a report may show.</summary>
/// <param name="FirstBar">Index of the first bar of the test span.</param>
/// <param name="EquityCents">Equity at the close of each bar of the test span.</param>
public sealed record WindowRun(
    WalkForwardWindow Window, WindowResult Result, ImmutableArray<Trade> Trades, int FirstBar, ImmutableArray<long> EquityCents);
