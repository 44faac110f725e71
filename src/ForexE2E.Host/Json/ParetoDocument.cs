namespace ForexE2E.Host.Json;

/// <summary>What 'run pareto' prints: the trials no other feasible trial dominates.</summary>
/// <param name="Ended">False while the run goes on: then it is the front so far.</param>
/// <param name="Groups">One for each regime that was searched by itself; one named global otherwise.</param>
internal sealed record ParetoDocument(
    string RunId, bool Ended, IReadOnlyList<ObjectiveDocument> Objectives, IReadOnlyList<FrontDocument> Groups) : Document("run_pareto");
