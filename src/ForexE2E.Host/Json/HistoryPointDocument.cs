namespace ForexE2E.Host.Json;

/// <summary>The end of one trial.</summary>
/// <param name="Finished">Trials ended by then, from 1.</param>
/// <param name="Score">As measured, greater is better, limits kept or not; null when an objective is undefined.</param>
/// <param name="Feasible">Whether it may be chosen.</param>
/// <param name="BestScore">Best of all that may be chosen so far; null before the first.</param>
/// <param name="FrontSize">Members of the Pareto front so far.</param>
/// <param name="CpuSeconds">Null where it was not measured.</param>
internal sealed record HistoryPointDocument(
    int Finished, int Trial, string State, bool Feasible, double? Score, double? BestScore, int FrontSize, bool FrontChanged, int? Windows, double? CpuSeconds);
