using ForexE2E.Domain.Runs;

namespace ForexE2E.Optimization.Stopping;

/// <summary>
/// Stops when the best score has not risen by more than a fraction of its size over the last trials (specification 7.4, 1 %).
/// The fraction is of the absolute score, so that negative scores count alike.
/// </summary>
/// <param name="Patience">Finished trials in a row.</param>
/// <param name="LeastGain">Fraction of the earlier best.</param>
public sealed record NoImprovement(int Patience, double LeastGain = 0.01) : IStopRule
{
    public string? ReasonToStop(Run run, TimeSpan elapsed)
    {
        double?[] scores = FinishedTrials.Scores(run);
        if (scores.Length <= Patience)
        {
            return null;
        }

        double? before = Best(scores.AsSpan(0, scores.Length - Patience));
        double? after = Best(scores.AsSpan(scores.Length - Patience));
        bool improved = after is { } a && (before is not { } b || a > b + (LeastGain * Math.Abs(b)));
        return improved || before is null ? null : FormattableString.Invariant(
            $"No improvement of more than {100 * LeastGain} % in the last {Patience} trials; the best score stays {before:0.####}.");
    }

    private static double? Best(ReadOnlySpan<double?> scores)
    {
        double? best = null;
        foreach (double? score in scores)
        {
            best = score is { } s && !(best >= s) ? s : best;
        }

        return best;
    }
}
