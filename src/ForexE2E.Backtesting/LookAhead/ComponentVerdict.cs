namespace ForexE2E.Backtesting.LookAhead;

/// <summary>What one component said at one cut under one test, compared with what it says when all data is there.</summary>
/// <param name="Compared">Bars whose output was compared, all up to the cut.</param>
/// <param name="FirstLeak">First bar whose output depends on what came after the cut; null when none does.</param>
public sealed record ComponentVerdict(string Component, FutureTest Test, int Compared, int? FirstLeak);
