namespace ForexE2E.Host.Json;

/// <summary>One point of the filtered path.</summary>
/// <param name="Time">Start of the bar at whose close it is known, UTC.</param>
/// <param name="KnownAt">Close of that bar, UTC.</param>
/// <param name="InTrain">Whether the bar lies in the span its model was fitted on (first window only).</param>
internal sealed record RegimePointDocument(
    DateTime Time, DateTime KnownAt, string Regime, double TrendingUp, double TrendingDown, double Ranging, double Volatile, int Window, bool InTrain);
