using System.Collections.Immutable;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Cluster.Trials;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Optimization.Pruners;
using ForexE2E.Optimization.Selection;

namespace ForexE2E.Cluster.Runs;

/// <summary>
/// Shows a pruner the windows of a run's trials as losses, and turns its verdicts into results over the windows that ran.
/// Depends on nothing but what it is told, in that order. Trials of different regimes are never compared: each has a pruner.
/// </summary>
internal sealed class WindowJudge(Func<IPruner> prunerOfRegime, IBacktest backtest, RunDefinition definition)
{
    private readonly Dictionary<Regime, IPruner> _pruners = SearchTurns.Regimes(definition.RegimeMode).ToDictionary(r => r, _ => prunerOfRegime());
    private readonly Dictionary<int, int> _positions = backtest.InSample.Select((w, i) => (w.Index, i)).ToDictionary(p => p.Index, p => p.i);
    private readonly Dictionary<TrialNumber, SortedDictionary<int, WindowResult>> _underway = [];
    private readonly HashSet<TrialNumber> _givenUp = [];

    /// <summary>Shows a window of a trial under way; the verdict when the trial is to end with it. What comes twice, or after a verdict, is passed over.</summary>
    public PruningProtocol.GivenUp? Judge(TrialNumber number, WindowResult window)
    {
        if (_givenUp.Contains(number) || !Show(number, window))
        {
            return null;
        }

        if (PrunerOf(number).ReasonToPrune(number.Value) is not { } reason)
        {
            return null;
        }

        _givenUp.Add(number);
        SortedDictionary<int, WindowResult> ran = _underway[number];
        TrialResult result = Verdict.Of(definition, backtest.Join(ran.Values));
        bool isParted = definition.RegimeMode == RegimeMode.PerRegime;
        return new PruningProtocol.GivenUp(number, reason, isParted ? result : result with { ByRegime = backtest.JoinByRegime(ran.Values) }, ran.Count);
    }

    /// <summary>Shows the windows of a trial that ended before this process began.</summary>
    public void Remember(Trial trial, IEnumerable<WindowResult> windows)
    {
        foreach (WindowResult window in windows)
        {
            Show(trial.Number, window);
        }

        End(trial);
    }

    /// <summary>Notes the end of a trial: only one that may be chosen becomes a measure for others.</summary>
    public void End(Trial trial)
    {
        PrunerOf(trial.Number).End(trial.Number.Value, completed: trial.IsSelectable());
        _underway.Remove(trial.Number);
        _givenUp.Remove(trial.Number);
    }

    private IPruner PrunerOf(TrialNumber number) => _pruners[SearchTurns.RegimeOf(definition.RegimeMode, number.Value)];

    private bool Show(TrialNumber number, WindowResult window)
    {
        if (!_underway.TryGetValue(number, out SortedDictionary<int, WindowResult>? ran))
        {
            _underway[number] = ran = [];
        }

        if (!_positions.TryGetValue(window.Index, out int position) || !ran.TryAdd(window.Index, window))
        {
            return false;
        }

        PerformanceMetrics soFar = backtest.Join(ran.Values);
        PrunerOf(number).Report(new WindowReport(
            number.Value, position, LossesOf(backtest.Join([window])), definition.Feasibility.ViolationBeyondMending(soFar), LossesOf(soFar)));
        return true;
    }

    private ImmutableArray<double> LossesOf(PerformanceMetrics metrics) =>
        definition.Objectives.ValuesOf(metrics) is { } values ? definition.Objectives.ToLosses(values) : [];
}
