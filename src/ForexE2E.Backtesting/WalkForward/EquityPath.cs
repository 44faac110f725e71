namespace ForexE2E.Backtesting.WalkForward;

/// <summary>What metrics need of an equity curve, in units of its start.</summary>
/// <param name="Growth">End over start.</param>
/// <param name="MaxDrawdown">Greatest fall from the running peak.</param>
/// <param name="MaxDrawdownFraction">Greatest fall as a fraction of the running peak.</param>
/// <param name="DailyReturns">One for each trading day, in order.</param>
internal readonly record struct EquityPath(double Growth, double MaxDrawdown, double MaxDrawdownFraction, double[] DailyReturns);
