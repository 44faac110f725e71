using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;
using ForexE2E.Optimization.Samplers.Nsga2;
using ForexE2E.Optimization.Samplers.Tpe;

namespace ForexE2E.Optimization.Samplers;

/// <summary>
/// Chooses for the run and says what it chose: the estimator (TPE) while trials are few, which is where it leads; NSGA-II for a
/// share of the suggestions of a run with several objectives once there is a front worth breeding from. Both see every trial.
/// </summary>
public sealed class AutoSampler : ISampler
{
    /// <summary>From this trial on NSGA-II takes part in runs with several objectives.</summary>
    public const int BreedingFrom = 500;

    private readonly TpeSampler _tpe;
    private readonly Nsga2Sampler? _nsga2;

    public AutoSampler(ParameterSpace space, SamplerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _tpe = new TpeSampler(space, settings);
        _nsga2 = settings.Objectives > 1 ? new Nsga2Sampler(space, settings) : null;
    }

    /// <summary>What it does in a run of these settings, in words.</summary>
    public static string ChoiceFor(SamplerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings switch
        {
            { Objectives: 1 } => "TPE, as with one objective it leads at any number of trials",
            { PlannedTrials: <= BreedingFrom } => FormattableString.Invariant($"TPE, as it leads over {settings.Objectives} objectives up to {BreedingFrom} trials"),
            _ => FormattableString.Invariant($"TPE for the first {BreedingFrom} trials, then NSGA-II every other trial, as over {settings.Objectives} objectives breeding pays once there is a front"),
        };
    }

    public void Observe(ObservedTrial trial)
    {
        _tpe.Observe(trial);
        _nsga2?.Observe(trial);
    }

    public ParameterSet Suggest(int number, ImmutableArray<PendingTrial> pending, ulong seed) =>
        _nsga2 is not null && number >= BreedingFrom && (number & 1) == 1
            ? _nsga2.Suggest(number, pending, seed)
            : _tpe.Suggest(number, pending, seed);
}
