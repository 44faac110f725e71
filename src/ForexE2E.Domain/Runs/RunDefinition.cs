using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Objectives;

namespace ForexE2E.Domain.Runs;

/// <summary>Everything that decides what a run computes. With the same definition, data and code it gives the same trials again.</summary>
public sealed record RunDefinition
{
    public required Market Market { get; init; }

    /// <summary>First instant of the span, UTC, inclusive.</summary>
    public required DateTime From { get; init; }

    /// <summary>End of the span, UTC, exclusive.</summary>
    public required DateTime To { get; init; }

    public required DataSources Data { get; init; }

    public OptimizationMethod Method { get; init; } = OptimizationMethod.Bayesian;

    /// <summary>The sampler by name; null: the one of the method (bayesian: TPE, genetic: NSGA-II, random).</summary>
    public SamplerKind? Sampler { get; init; }

    /// <summary>An earlier run of the same database with whose trials the search begins; null: none. What was taken of it is in the run's record.</summary>
    public RunId? WarmStart { get; init; }

    /// <summary>Who gives up on trials early; null: nobody.</summary>
    public PruningMethod? Pruner { get; init; }

    public RegimeMode RegimeMode { get; init; } = RegimeMode.Global;

    /// <summary>Planned trials, 1 to 100,000.</summary>
    public int Trials { get; init; } = 50;

    /// <summary>All luck of the run comes from it.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Trials under way at once, 1 to 1024.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>Components asked for; whether each takes part is in the run's record.</summary>
    public ImmutableArray<Component> Components { get; init; } =
        [Component.Sssd, Component.Riskfolio, Component.Patterns, Component.Rl, Component.Vix, Component.Sentiment, Component.Volume];

    public WalkForwardSettings WalkForward { get; init; } = new();

    public CostSettings Costs { get; init; } = new();

    public AccountSettings Account { get; init; } = new();

    public ObjectiveSet Objectives { get; init; } = ObjectiveSet.Default;

    public Feasibility Feasibility { get; init; } = new();

    public StopSettings Stopping { get; init; } = new();

    /// <summary>Periods a year used to annualise daily returns.</summary>
    public double PeriodsPerYear { get; init; } = 252;

    /// <summary>Parameters the user fixed: name to text.</summary>
    public ImmutableSortedDictionary<string, string> FixedParameters { get; init; } = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The user's own words about the run.</summary>
    public string? Notes { get; init; }

    /// <summary>Checks what single values cannot say.</summary>
    /// <exception cref="ArgumentException">The first rule broken, naming the value and the remedy.</exception>
    public RunDefinition Validated()
    {
        if (From.Kind != DateTimeKind.Utc || To.Kind != DateTimeKind.Utc)
        {
            throw new ArgumentException("The span must be given in UTC.");
        }

        if (From >= To)
        {
            throw new ArgumentException(FormattableString.Invariant($"The span's start must lie before its end: from {From:yyyy-MM-dd} is not before to {To:yyyy-MM-dd}."));
        }

        if (Trials is < 1 or > 100_000)
        {
            throw new ArgumentException(FormattableString.Invariant($"The number of trials must be 1 to 100000, was {Trials}."));
        }

        if (Parallel is < 1 or > 1024)
        {
            throw new ArgumentException(FormattableString.Invariant($"The number of parallel trials must be 1 to 1024, was {Parallel}."));
        }

        if (!(PeriodsPerYear >= 1 && PeriodsPerYear <= 366))
        {
            throw new ArgumentException(FormattableString.Invariant($"Periods a year must be 1 to 366, was {PeriodsPerYear}."));
        }

        if (RegimeMode == RegimeMode.PerRegime && Trials < RegimeNames.States.Length)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A per-regime run searches {RegimeNames.States.Length} regimes and needs at least as many trials, was {Trials}: give more, or use regime mode global."));
        }

        Costs.Validated();
        Account.Validated();
        return this;
    }
}
