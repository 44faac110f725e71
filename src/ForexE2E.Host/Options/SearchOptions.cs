using System.Collections.Immutable;
using System.CommandLine;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Host.Options;

/// <summary>How parameter sets are searched.</summary>
internal sealed class SearchOptions : OptionGroup
{
    private readonly Option<OptimizationMethod> _method;
    private readonly Option<int?> _trials;
    private readonly Option<ulong> _seed;
    private readonly Option<int> _parallel;
    private readonly Option<RegimeMode> _regimeMode;
    private readonly Option<KeyValuePair<string, string>[]> _fix;
    private readonly Option<bool> _stopEarly;
    private readonly Option<TimeSpan?> _timeLimit;
    private readonly Option<string?> _notes;

    public SearchOptions()
        : base("Search")
    {
        _method = Add("--method", "NAME", "bayesian (TPE), genetic (NSGA-II) or random [default: bayesian]", Method, OptimizationMethod.Bayesian);
        _trials = Add<int?>("--trials", "N", "Parameter sets to try [default: 50; 20 on a generated market]", t => OptionValue.Whole(t), null);
        _seed = Add("--seed", "N", "All luck of the run comes from it [default: 1]", OptionValue.Seed, 1UL);
        _parallel = Add("--parallel", "N", "Trials at once [default: the number of processors]", OptionValue.Whole, Environment.ProcessorCount);
        _regimeMode = Add("--regime-mode", "MODE", "global: one set; per_regime: one for each market regime [default: global]", Mode, RegimeMode.Global);
        _fix = AddMany("--fix", "NAME=VALUE", "Hold a parameter fixed; may be repeated ('parameters list' shows the names)", KnownParameter);
        _stopEarly = AddSwitch("--stop-early", "End when 20 trials bring less than 1 %, or the Pareto front is stable for 15");
        _timeLimit = Add<TimeSpan?>("--time-limit", "TIME", "Begin no trial after this time, such as 30m or 2h [default: none]", t => OptionValue.Duration(t), null);
        _notes = Add<string?>("--notes", "TEXT", "Your own words about the run", OptionValue.Text, null);
    }

    /// <summary>The definition with the search options filled in.</summary>
    public RunDefinition Apply(ParseResult parsed, RunDefinition definition) => definition with
    {
        Method = parsed.GetValue(_method),
        Trials = parsed.GetValue(_trials) ?? (definition.Data.IsSynthetic ? 20 : 50),
        Seed = parsed.GetValue(_seed),
        Parallel = parsed.GetValue(_parallel),
        RegimeMode = parsed.GetValue(_regimeMode),
        FixedParameters = (parsed.GetValue(_fix) ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
        Stopping = (parsed.GetValue(_stopEarly) ? StopSettings.Specification : new StopSettings()) with { TimeLimit = parsed.GetValue(_timeLimit) },
        Notes = parsed.GetValue(_notes),
    };

    /// <summary>Checks name and value against the catalogue, so that the message comes at once.</summary>
    /// <exception cref="ParameterException">Unknown name or a value out of bounds.</exception>
    internal static KeyValuePair<string, string> KnownParameter(string text)
    {
        KeyValuePair<string, string> pair = OptionValue.Assignment(text);
        ParameterDefinition definition = ParameterCatalog.All[ParameterCatalog.All.IndexOf(pair.Key)];
        return new(pair.Key, definition.Format(definition.Parse(pair.Value)));
    }

    private static OptimizationMethod Method(string text) => OptionValue.OneOf(
        text, ("bayesian", OptimizationMethod.Bayesian), ("genetic", OptimizationMethod.Genetic), ("random", OptimizationMethod.Random));

    private static RegimeMode Mode(string text) => OptionValue.OneOf(text, ("global", RegimeMode.Global), ("per_regime", RegimeMode.PerRegime));
}
