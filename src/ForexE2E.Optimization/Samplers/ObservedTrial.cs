using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Optimization.Samplers;

/// <summary>
/// A trial that has ended, as a sampler sees it: losses (smaller is better) of each objective and how far the limits are
/// broken. A trial that failed, was pruned or broke a limit is never selected as good while a feasible one exists.
/// </summary>
public sealed record ObservedTrial
{
    private ObservedTrial(int number, ParameterSet parameters, ImmutableArray<double> losses, double violation, bool pruned)
    {
        (Number, Parameters, Losses, Violation, IsPruned) = (number, parameters, losses, violation, pruned);
    }

    public int Number { get; }

    public ParameterSet Parameters { get; }

    /// <summary>Finite; empty when the trial failed or an objective was undefined.</summary>
    public ImmutableArray<double> Losses { get; }

    /// <summary>0 when all limits are kept; positive infinity for a failed trial.</summary>
    public double Violation { get; }

    /// <summary>Whether the trial was given up before its last window; its losses are then estimates.</summary>
    public bool IsPruned { get; }

    public bool IsFailed => Losses.IsEmpty && double.IsPositiveInfinity(Violation);

    /// <summary>Whether it may be chosen: finished, limits kept, all objectives defined.</summary>
    public bool IsFeasible => Violation == 0 && !Losses.IsEmpty && !IsPruned;

    /// <summary>A finished trial; one with a loss or violation that is not finite becomes a failed one.</summary>
    public static ObservedTrial Completed(int number, ParameterSet parameters, ImmutableArray<double> losses, double violation = 0) =>
        IsSound(losses, violation) ? new(number, parameters, losses, violation, false) : Failed(number, parameters);

    /// <summary>A trial given up early, with what its losses were then.</summary>
    public static ObservedTrial Pruned(int number, ParameterSet parameters, ImmutableArray<double> losses, double violation = 0) =>
        IsSound(losses, violation) ? new(number, parameters, losses, violation, true) : Failed(number, parameters);

    /// <summary>A trial that gave no result.</summary>
    public static ObservedTrial Failed(int number, ParameterSet parameters) => new(number, parameters, [], double.PositiveInfinity, false);

    /// <summary>The same outcome under another number and with other parameters.</summary>
    internal ObservedTrial As(int number, ParameterSet parameters) => new(number, parameters, Losses, Violation, IsPruned);

    // No losses with a finite positive violation: infeasible, objectives undefined. That ranks by the violation alone.
    private static bool IsSound(ImmutableArray<double> losses, double violation) =>
        !losses.IsDefault && losses.All(double.IsFinite) && double.IsFinite(violation) && violation >= 0 && (losses.Length > 0 || violation > 0);
}
