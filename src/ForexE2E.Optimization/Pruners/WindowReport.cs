using System.Collections.Immutable;

namespace ForexE2E.Optimization.Pruners;

/// <summary>What one window of a trial showed.</summary>
/// <param name="Trial">Number of the trial.</param>
/// <param name="Window">Index of the window in the plan, from 0: the same index is the same market period for every trial.</param>
/// <param name="Losses">Losses of this window alone, smaller is better; empty when an objective is undefined in it.</param>
/// <param name="Violation">How far the trial has broken limits that no later window can mend; 0 for none.</param>
/// <param name="SoFar">Losses over this window and all before it taken together, where the reporter can tell them; empty or default otherwise.</param>
public sealed record WindowReport(int Trial, int Window, ImmutableArray<double> Losses, double Violation = 0, ImmutableArray<double> SoFar = default);
