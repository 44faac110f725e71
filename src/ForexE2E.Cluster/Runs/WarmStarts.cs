using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Samplers;
using ForexE2E.Optimization.WarmStart;

namespace ForexE2E.Cluster.Runs;

/// <summary>What a run takes of an earlier one when it is made, and how its samplers begin with it each time it is taken up.</summary>
internal static class WarmStarts
{
    /// <summary>Of more comparable trials than this, every second, third ... is taken, and the best ones all the same.</summary>
    private const int MostTold = 1000;

    private const int BestKept = 50;

    /// <summary>What the run is to keep of the earlier one; null when its definition names none.</summary>
    /// <param name="found">The earlier run as it is stored; null when there is none.</param>
    /// <param name="record">Record of the new run.</param>
    /// <exception cref="ArgumentException">There is no such run, or it has nothing to teach.</exception>
    public static EarlierTrials? Take(Run? found, RunDefinition definition, RunRecord record, ParameterSpace space)
    {
        if (definition.WarmStart is not { } id)
        {
            return null;
        }

        Run earlier = found ?? throw new ArgumentException($"There is no run {id} to begin with in this database; 'forexe2e run list' shows those it holds.");
        string? reason = Comparability.WhyNot(earlier, definition, record);
        ImmutableArray<Trial> trials = reason is null ? Told(earlier, space) : [.. Best(earlier, WarmStartSampler.DefaultRetries)];
        return trials.Any(t => t.Result is not null)
            ? new EarlierTrials(id, reason, [.. ParameterCatalog.All.Select(p => p.Name)], [.. trials.Select(t => Noted(t, reason is null ? definition : null))])
            : throw new ArgumentException(
                $"Run {id} has nothing to teach: {earlier.Finished} of its trials have ended, none "
                + (reason is null ? "with a result." : $"with a feasible one, and only its best sets could be used ({reason}).")
                + " Name another run, or begin without.");
    }

    /// <summary>The sampler of a regime, begun with what the run took; the sampler itself when it took nothing.</summary>
    public static ISampler Begin(ISampler sampler, ParameterSpace space, Run run, Regime regime)
    {
        if (run.Record.Earlier is not { } earlier)
        {
            return sampler;
        }

        // A regime begins with what was measured in it; where nothing was, with the best sets for all.
        ImmutableArray<EarlierTrial> own = [.. earlier.Trials.Where(t => t.Regime == regime)];
        IEnumerable<ObservedTrial> trials = (own.IsEmpty ? earlier.Trials : own).Select(t => Observed(t, earlier.Parameters));
        int objectives = Observations.SettingsOf(run.Definition, regime).Objectives;
        return new WarmStartSampler(sampler, space, trials, objectives, earlier.AreComparable && !own.IsEmpty);
    }

    // Only sets that mean the same in this run: a parameter held fixed here may have been free there.
    private static ImmutableArray<Trial> Told(Run earlier, ParameterSpace space)
    {
        Trial[] ended = [.. Observations.OrderOf(earlier).Select(n => earlier.Trials[new TrialNumber(n)]).Where(t => ParameterTransfer.Into(space, t.Parameters).Equals(t.Parameters))];
        int step = ((ended.Length - 1) / MostTold) + 1;
        HashSet<TrialNumber> best = step > 1 ? [.. Best(earlier, BestKept).Select(t => t.Number)] : [];
        return [.. ended.Where((t, i) => i % step == 0 || best.Contains(t.Number))];
    }

    private static IEnumerable<Trial> Best(Run earlier, int count) => earlier.Trials.Values
        .Where(t => t is { State: TrialState.Completed, Result: { Violation: 0, Score: not null } })
        .GroupBy(t => t.Regime)
        .OrderBy(g => g.Key)
        .SelectMany(g => g.OrderByDescending(t => t.Result!.Score).ThenBy(t => t.Number).Take(count));

    // Trials that are not comparable are ranked by their own score.
    private static EarlierTrial Noted(Trial trial, RunDefinition? definition)
    {
        ImmutableArray<string> texts = [.. trial.Parameters.ToTexts().Select(p => p.Value)];
        if (definition is null)
        {
            return new EarlierTrial(trial.Number.Value, trial.Regime, texts, [-trial.Result!.Score!.Value], 0, false);
        }

        ObservedTrial seen = Observations.Of(trial, definition);
        return new EarlierTrial(trial.Number.Value, trial.Regime, texts, seen.Losses, seen.IsFailed ? null : seen.Violation, seen.IsPruned);
    }

    private static ObservedTrial Observed(EarlierTrial trial, ImmutableArray<string> names)
    {
        ParameterSet set = ParameterSet.FromTexts(ParameterCatalog.All, names.Zip(trial.Texts, KeyValuePair.Create));
        return trial.Violation is not { } violation ? ObservedTrial.Failed(trial.Number, set)
            : trial.Pruned ? ObservedTrial.Pruned(trial.Number, set, trial.Losses, violation)
            : ObservedTrial.Completed(trial.Number, set, trial.Losses, violation);
    }
}
