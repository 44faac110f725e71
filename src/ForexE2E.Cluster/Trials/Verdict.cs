using System.Collections.Immutable;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Cluster.Trials;

/// <summary>The one gate where metrics become the result of a trial.</summary>
public static class Verdict
{
    /// <summary>The result of a piece of work; by regime too, unless its entries are restricted to one.</summary>
    /// <exception cref="InvalidOperationException">A metric is not finite: the backtest is at fault.</exception>
    internal static TrialResult Of(Assignment work, IBacktest backtest, ImmutableArray<WindowResult> windows)
    {
        TrialResult whole = Of(work.Definition, backtest.Join(windows));
        bool isWhole = RegimeNames.States.All(r => work.Plan.For(r) is not null);
        return isWhole ? whole with { ByRegime = backtest.JoinByRegime(windows) } : whole;
    }

    /// <summary>The result under a run's objectives and limits.</summary>
    /// <exception cref="InvalidOperationException">A metric is not finite: the backtest is at fault.</exception>
    public static TrialResult Of(RunDefinition definition, PerformanceMetrics metrics)
    {
        ImmutableArray<double>? values = definition.Objectives.ValuesOf(metrics);
        double? score = values is { } v ? definition.Objectives.Score(v) : null;
        double violation = definition.Feasibility.Violation(metrics);
        double[] figures = [metrics.TotalReturn, metrics.TotalReturnPct, metrics.MaxDrawdown, metrics.MaxDrawdownPct, metrics.TotalCosts, score ?? 0, violation];
        return figures.All(double.IsFinite) && (values?.All(double.IsFinite) ?? true)
            ? new TrialResult(metrics, values ?? [], score, violation)
            : throw new InvalidOperationException(
                $"The backtest gave a figure that is not finite (return {metrics.TotalReturnPct} %, drawdown {metrics.MaxDrawdownPct} %, score {score}).");
    }
}
