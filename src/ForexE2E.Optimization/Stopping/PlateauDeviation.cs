using ForexE2E.Domain.Runs;

namespace ForexE2E.Optimization.Stopping;

/// <summary>Stops when the scores of the last trials hardly differ (specification 7.4: standard deviation below 0.01).</summary>
/// <param name="Trials">Finished trials in a row; all must have a score.</param>
/// <param name="LeastDeviation">In units of the score; population standard deviation.</param>
public sealed record PlateauDeviation(int Trials, double LeastDeviation = 0.01) : IStopRule
{
    public string? ReasonToStop(Run run, TimeSpan elapsed)
    {
        double?[] scores = FinishedTrials.Scores(run);
        if (scores.Length < Trials || Trials < 2)
        {
            return null;
        }

        double?[] last = scores[^Trials..];
        if (Array.Exists(last, s => s is null))
        {
            return null;
        }

        double mean = last.Average()!.Value;
        double deviation = Math.Sqrt(last.Average(s => (s!.Value - mean) * (s.Value - mean)));
        return deviation < LeastDeviation
            ? FormattableString.Invariant($"A plateau: the last {Trials} scores deviate by {deviation:0.#####}, less than {LeastDeviation}.")
            : null;
    }
}
