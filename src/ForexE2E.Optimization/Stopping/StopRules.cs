using System.Collections.Immutable;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Optimization.Stopping;

/// <summary>Builds the stop rules a run asks for.</summary>
public static class StopRules
{
    /// <summary>The rules of the settings joined into one that stops when any of them does; with none set it never stops.</summary>
    public static IStopRule Create(StopSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var rules = ImmutableArray.CreateBuilder<IStopRule>();
        if (settings.TimeLimit is { } limit)
        {
            rules.Add(new TimeBudget(limit));
        }

        if (settings.CpuLimit is { } cpu)
        {
            rules.Add(new WorkBudget(cpu));
        }

        if (settings.HypervolumePlateauTrials is { } flat)
        {
            rules.Add(new HypervolumePlateau(flat));
        }

        if (settings.NoImprovementTrials is { } patience)
        {
            rules.Add(new NoImprovement(patience));
        }

        if (settings.PlateauTrials is { } plateau)
        {
            rules.Add(new PlateauDeviation(plateau));
        }

        if (settings.ParetoStableTrials is { } stable)
        {
            rules.Add(new ParetoStable(stable));
        }

        return new AnyOf(rules.ToImmutable());
    }
}
