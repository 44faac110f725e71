using ForexE2E.Domain.Trials;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>What a fit depends on.</summary>
/// <param name="DataHash">Hash of all market data.</param>
/// <param name="Engine">The settings of a run that the strategy may look at while fitting, in words.</param>
public sealed record FitKey(string DataHash, string Engine, WalkForwardWindow Window, ulong Seed);
