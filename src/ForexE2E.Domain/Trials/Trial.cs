using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Domain.Trials;

/// <summary>One parameter set under test, with all that is needed to suggest and to run it again. A finished trial never changes.</summary>
public sealed record Trial
{
    public required TrialNumber Number { get; init; }

    /// <summary>The only regime in which it enters trades, in a per-regime run; Global is no restriction.</summary>
    public Regime Regime { get; init; } = Regime.Global;

    public required TrialState State { get; init; }

    public required ParameterSet Parameters { get; init; }

    /// <summary>Numbers of the finished trials the sampler had been told of, in the order of telling: with the run's seed they give the suggestion again.</summary>
    public required TrialOrder Seen { get; init; }

    /// <summary>Numbers of the trials that were under way when this one was suggested.</summary>
    public required ImmutableArray<int> Pending { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; init; }

    /// <summary>The result; null until Completed (Pruned: over the windows that ran).</summary>
    public TrialResult? Result { get; init; }

    /// <summary>Windows its result was taken over; null until it has ended, and where it was not counted.</summary>
    public int? Windows { get; init; }

    /// <summary>CPU time of its windows, all attempts together; null where it was not measured.</summary>
    public TimeSpan? CpuTime { get; init; }

    /// <summary>Why it was pruned or failed; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC; null until it has ended.</summary>
    public DateTime? FinishedAt { get; init; }

    /// <summary>Its set with its restriction, as a backtest takes it.</summary>
    public ParameterPlan ToPlan() => ParameterPlan.Only(Regime, Parameters);

    /// <summary>The same without what it made in each regime, which may be half of what it holds; for whoever remembers every trial of a run.</summary>
    public Trial WithoutRegimeResults() => Result is { ByRegime.IsEmpty: false } result ? this with { Result = result with { ByRegime = [] } } : this;

    public bool IsFinished => State is TrialState.Completed or TrialState.Pruned or TrialState.Failed;
}
