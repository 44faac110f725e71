using ForexE2E.Cluster.Runs;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Optimization.Samplers;

namespace ForexE2E.Host.Assessment;

/// <summary>What searched a run, and what it began with, in words for people.</summary>
internal static class SearchWords
{
    /// <summary>What 'auto' chose for a run; null for a run whose sampler was named.</summary>
    public static string? ChoiceOf(RunDefinition definition)
    {
        Regime regime = definition.RegimeMode == RegimeMode.PerRegime ? RegimeNames.States[0] : Regime.Global;
        return definition.Sampler == SamplerKind.Auto ? AutoSampler.ChoiceFor(Observations.SettingsOf(definition, regime)) : null;
    }

    /// <summary>What was taken of an earlier run; null when nothing was.</summary>
    public static string? BeginningOf(RunRecord record) => record.Earlier switch
    {
        null => null,
        { AreComparable: true } e => FormattableString.Invariant($"Begun with run {e.Run}: its best sets tried anew, and {e.Trials.Length} of its trials known to the sampler"),
        { } e => FormattableString.Invariant($"Begun with run {e.Run}: its {e.Trials.Length} best sets tried anew; its results are not comparable: {e.NotComparable}"),
    };
}
