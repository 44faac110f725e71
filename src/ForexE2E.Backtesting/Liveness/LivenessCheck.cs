using System.Collections.Concurrent;
using System.Collections.Immutable;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Backtesting.Liveness;

/// <summary>
/// Finds out of each parameter whether changing it changes trades, sizes or exits on the bars of a backtest: first with all
/// others at their default and its live-when condition met, then from the other base points. Parameters may be examined on
/// several threads at once; results depend on nothing but the backtest and the windows.
/// </summary>
public sealed class LivenessCheck
{
    private readonly Backtest _backtest;
    private readonly ImmutableArray<WalkForwardWindow> _windows;
    private readonly ParameterSpace _space;
    private readonly ConcurrentDictionary<ParameterSet, Lazy<ImmutableArray<ImmutableArray<Trade>>>> _known = new();

    /// <param name="backtest">On the bars to judge.</param>
    /// <param name="windows">Those of its windows that are traded, in order of time.</param>
    /// <exception cref="ArgumentException">There is no window.</exception>
    public LivenessCheck(Backtest backtest, ImmutableArray<WalkForwardWindow> windows)
    {
        ArgumentNullException.ThrowIfNull(backtest);
        ArgumentOutOfRangeException.ThrowIfZero(windows.Length, nameof(windows));
        (_backtest, _windows) = (backtest, windows);
        _space = ParameterCatalog.Space(backtest.Fixed);
    }

    /// <summary>The set every base point begins with: defaults, fixed parameters at their fixed value.</summary>
    public ParameterSet Defaults => _space.Defaults;

    /// <summary>Examines one parameter, ending at the first change found.</summary>
    public ParameterLiveness Examine(ParameterDefinition parameter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        if (_space.Fixed.FirstOrDefault(f => f.Name == parameter.Name) is { } idle)
        {
            return new ParameterLiveness(parameter, LivenessState.Dead) { From = idle.Value, Reason = idle.Reason, Hint = LivenessHint.ForIdle(parameter, idle.Reason) };
        }

        int tried = 0;
        HashSet<ParameterSet> seen = [];
        foreach (BasePoint point in BasePoint.All)
        {
            ParameterSet from = SetOf(point, parameter);
            if (seen.Add(from) && Search(point, from, parameter, ref tried, cancellation) is { } found)
            {
                return found with { Tried = tried };
            }
        }

        return Dead(parameter, tried, cancellation);
    }

    private ParameterLiveness? Search(BasePoint point, ParameterSet from, ParameterDefinition parameter, ref int tried, CancellationToken cancellation)
    {
        ImmutableArray<ImmutableArray<Trade>> before = TradesOf(from, cancellation);
        foreach (double value in CandidateValues.Of(parameter, from[parameter.Name]))
        {
            // A change that an order between parameters would pass on to another is no change of this one alone.
            ParameterSet to = from.With(parameter.Name, value);
            if (!_space.Repair(to.Values).Equals(to))
            {
                continue;
            }

            tried++;
            if (IsOther(before, to, cancellation))
            {
                return new ParameterLiveness(parameter, point.IsDefaults ? LivenessState.Live : LivenessState.LiveFromBase)
                {
                    Base = point,
                    LiveWhen = [.. Conditions(parameter)],
                    From = from[parameter.Name],
                    To = value,
                    Change = TradeChange.Between([.. before.SelectMany(t => t)], [.. TradesOf(to, cancellation).SelectMany(t => t)]),
                };
            }
        }

        return null;
    }

    private bool IsOther(ImmutableArray<ImmutableArray<Trade>> before, ParameterSet to, CancellationToken cancellation)
    {
        for (int w = 0; w < _windows.Length; w++)
        {
            if (TradeChange.Between(before[w], Trades(_windows[w], to, cancellation)) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private ParameterLiveness Dead(ParameterDefinition parameter, int tried, CancellationToken cancellation)
    {
        ParameterSet defaults = SetOf(BasePoint.Defaults, parameter);
        ImmutableArray<ImmutableArray<Trade>> trades = TradesOf(defaults, cancellation);
        int count = trades.Sum(t => t.Length);
        double now = defaults[parameter.Name];
        double[] values = [.. CandidateValues.Of(parameter, now)];
        string reason = count == 0 && tried == 0
            ? "no value but its default keeps the orders between parameters"
            : FormattableString.Invariant($"no change of trades, sizes or exits on these bars ({count} trades at the defaults) for values {string.Join(", ", values.Select(parameter.Format))} instead of {parameter.Format(now)}, nor from the other base points");
        return new ParameterLiveness(parameter, LivenessState.Dead)
        {
            From = now,
            LiveWhen = [.. Conditions(parameter)],
            Reason = reason,
            Hint = LivenessHint.ForBars(parameter),
            Tried = tried,
        };
    }

    private ParameterSet SetOf(BasePoint point, ParameterDefinition parameter)
    {
        double[] values = _space.Defaults.Values.ToArray();
        foreach ((string name, string text) in point.Changes)
        {
            int index = _space.Definitions.IndexOf(name);
            values[index] = name == parameter.Name || _space.IsFixed(index) ? values[index] : _space.Definitions[index].Parse(text);
        }

        foreach ((string name, double value) in Conditions(parameter))
        {
            values[_space.Definitions.IndexOf(name)] = value;
        }

        return _space.Repair(values);
    }

    // The parent and its parents.
    private IEnumerable<(string Name, double Value)> Conditions(ParameterDefinition parameter)
    {
        for (ParameterDefinition d = parameter; d.LiveWhen is { } condition; d = _space.Definitions[_space.Definitions.IndexOf(condition.Parent)])
        {
            yield return (condition.Parent, condition.Value);
        }
    }

    private ImmutableArray<ImmutableArray<Trade>> TradesOf(ParameterSet set, CancellationToken cancellation) =>
        _known.GetOrAdd(set, key => new Lazy<ImmutableArray<ImmutableArray<Trade>>>(() => [.. _windows.Select(w => Trades(w, key, cancellation))])).Value;

    private ImmutableArray<Trade> Trades(WalkForwardWindow window, ParameterSet set, CancellationToken cancellation) =>
        _backtest.RunWindowTrades(window, set, cancellation).Trades;
}
