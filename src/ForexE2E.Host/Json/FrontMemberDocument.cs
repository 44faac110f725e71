namespace ForexE2E.Host.Json;

/// <summary>A trial on the front.</summary>
/// <param name="Objectives">In the order of the run's objectives, natural sign.</param>
internal sealed record FrontMemberDocument(int Trial, double? Score, IReadOnlyList<double> Objectives);
