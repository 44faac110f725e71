using System.Collections.Immutable;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>
/// A run's backtest on loaded data: the windows, and what a parameter set earns in each. Windows may be computed in any order
/// and on several threads at once; equal arguments give equal results, bit for bit.
/// </summary>
public interface IBacktest
{
    /// <summary>Windows every trial runs, in order of time.</summary>
    ImmutableArray<WalkForwardWindow> InSample { get; }

    /// <summary>Windows held back for validation, in order of time; may be empty.</summary>
    ImmutableArray<WalkForwardWindow> OutOfSample { get; }

    /// <summary>Which components take part, and why others do not.</summary>
    ImmutableArray<ComponentStatus> Components { get; }

    /// <summary>Parameters that cannot matter in this run or that the user fixed.</summary>
    ImmutableArray<FixedParameter> Fixed { get; }

    /// <summary>Fits and trades one window.</summary>
    /// <param name="plan">Which set governs an entry; a plain parameter set is a plan that serves all regimes.</param>
    WindowResult RunWindow(WalkForwardWindow window, ParameterPlan plan, CancellationToken cancellation);

    /// <summary>Metrics of windows chained by compounding; the windows may stand in any order.</summary>
    PerformanceMetrics Join(IReadOnlyCollection<WindowResult> windows);

    /// <summary>The same trades by the regime they were entered in: all four states in their order.</summary>
    ImmutableArray<RegimeResult> JoinByRegime(IReadOnlyCollection<WindowResult> windows);
}
