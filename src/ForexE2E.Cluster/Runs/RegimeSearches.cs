using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Stopping;

namespace ForexE2E.Cluster.Runs;

/// <summary>
/// The searches of a run: one, or one for each regime. Time and CPU are the run's and end all searches at once; the other stop
/// rules look at each search alone.
/// </summary>
internal sealed class RegimeSearches
{
    private readonly RegimeMode _mode;
    private readonly IStopRule _budget;
    private readonly ImmutableSortedDictionary<Regime, RegimeSearch> _searches;

    /// <param name="begun">The run as it began or was taken up: its definition and record are looked at.</param>
    public RegimeSearches(Run begun, ParameterSpace space, SearchMethods methods)
    {
        RunDefinition definition = begun.Definition;
        _mode = definition.RegimeMode;
        bool isParted = _mode == RegimeMode.PerRegime;
        StopSettings all = definition.Stopping;
        StopSettings budget = new() { TimeLimit = all.TimeLimit, CpuLimit = all.CpuLimit };
        _budget = methods.StopRule(isParted ? budget : all);
        _searches = SearchTurns.Regimes(_mode).ToImmutableSortedDictionary(r => r, r => new RegimeSearch(
            r,
            definition,
            WarmStarts.Begin(methods.Sampler(space, Observations.SettingsOf(definition, r)), space, begun, r),
            methods.StopRule(isParted ? all with { TimeLimit = null, CpuLimit = null } : new StopSettings())));
    }

    /// <summary>Whether the run goes on, in which regimes, and with which trials.</summary>
    public SearchProtocol.Decided Decide(SearchProtocol.Decide ask)
    {
        if (_budget.ReasonToStop(ask.Run, ask.Elapsed) is { } reason)
        {
            return new SearchProtocol.Decided(reason, []);
        }

        Run run = ask.Run with { StoppedRegimes = ask.Run.StoppedRegimes.AddRange(NewlyStopped(ask)) };
        return new SearchProtocol.Decided(null, Suggest(ask, run)) { StoppedRegimes = run.StoppedRegimes };
    }

    private IEnumerable<KeyValuePair<Regime, string>> NewlyStopped(SearchProtocol.Decide ask) =>
        from search in _searches.Values
        where !ask.Run.StoppedRegimes.ContainsKey(search.Regime)
        let reason = search.ReasonToStop(ask.Run, ask.Elapsed)
        where reason is not null
        select KeyValuePair.Create(search.Regime, reason);

    private ImmutableArray<Trial> Suggest(SearchProtocol.Decide ask, Run run)
    {
        List<Trial> underway = [.. run.Open];
        int before = underway.Count;
        foreach (int number in SearchTurns.Next(run, ask.Count))
        {
            RegimeSearch search = _searches[SearchTurns.RegimeOf(_mode, number)];
            search.Hear(run, ask.Order);
            underway.Add(search.Suggest(number, underway, ask.Now));
        }

        return [.. underway.Skip(before)];
    }
}
