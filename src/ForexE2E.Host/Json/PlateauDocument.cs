using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Assessment;
using ForexE2E.Optimization.Understanding;

namespace ForexE2E.Host.Json;

/// <summary>Whether a set stands on a plateau or on a needle, judged by the score of the trials nearest to it.</summary>
/// <param name="Score">1 on a plateau, towards 0 on a needle.</param>
/// <param name="Neighbours">Trials compared.</param>
/// <param name="MeanDistance">Of the neighbours, 0 to 1: the mean difference over all parameters that matter.</param>
/// <param name="MedianWorsening">The neighbours' median score below the chosen one, in interquartile ranges of all scores.</param>
internal sealed record PlateauDocument(double Score, int Neighbours, double MeanDistance, double MedianWorsening)
{
    /// <summary>Null with too few trials to compare.</summary>
    public static PlateauDocument? Of(TrialGroup group, Trial chosen) =>
        Neighbourhood.Of(group.Space, group.Observed(), chosen.Number.Value, objective: 0) is { } n
            ? new PlateauDocument(n.Score, n.Neighbours, n.MeanDistance, n.MedianWorsening)
            : null;

    /// <summary>Among the trials of the run that compete with it.</summary>
    public static PlateauDocument? Of(Run run, Trial chosen) => Of(TrialGroup.Of(run).First(g => g.Trials.Contains(chosen)), chosen);
}
