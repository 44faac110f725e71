using System.Collections.Immutable;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Fronts;
using ForexE2E.Optimization.Selection;

namespace ForexE2E.Optimization.Stopping;

/// <summary>
/// Stops when the hypervolume of the front has grown by less than a fraction over the last trials: a front may go on changing
/// a little for ever. Each objective is scaled by its range over the feasible trials; the reference is a tenth beyond the worst.
/// </summary>
/// <param name="Patience">Finished trials in a row.</param>
/// <param name="LeastGain">Fraction of the hypervolume.</param>
public sealed record HypervolumePlateau(int Patience, double LeastGain = 0.001) : IStopRule
{
    public string? ReasonToStop(Run run, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(run);
        Trial[] ended = [.. FinishedTrials.Of(run)];
        ImmutableArray<double>[] losses = [.. ended.Select(t => t.IsSelectable() ? run.Definition.Objectives.ToLosses(t.Result!.Objectives) : [])];
        ImmutableArray<double>[] feasible = [.. losses.Where(l => !l.IsEmpty)];
        if (ended.Length <= Patience || feasible.Length < 2)
        {
            return null;
        }

        int m = feasible[0].Length;
        double[] least = [.. Enumerable.Range(0, m).Select(j => feasible.Min(l => l[j]))];
        double[] range = [.. Enumerable.Range(0, m).Select(j => feasible.Max(l => l[j]) - least[j])];
        double before = Volume(losses[..^Patience], least, range);
        double after = Volume(losses, least, range);
        return before > 0 && after - before < LeastGain * before
            ? FormattableString.Invariant($"The hypervolume of the front grew by {100 * (after - before) / before:0.###} % in the last {Patience} trials, less than {100 * LeastGain} %.")
            : null;
    }

    private static double Volume(ImmutableArray<double>[] losses, double[] least, double[] range)
    {
        ImmutableArray<double>[] scaled = [.. losses.Where(l => !l.IsEmpty).Select(l => l.Select((v, j) => range[j] > 0 ? (v - least[j]) / range[j] : 0).ToImmutableArray())];
        return Hypervolume.Of(scaled, [.. range.Select(_ => 1.1)]);
    }
}
