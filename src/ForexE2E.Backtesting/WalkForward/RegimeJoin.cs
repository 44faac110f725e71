using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Backtesting.WalkForward;

/// <summary>
/// Metrics of each regime's trades: money and counts add up over the regimes to those of the whole account; ratios and
/// drawdown are those of <see cref="RegimeEquity"/>.
/// </summary>
internal static class RegimeJoin
{
    /// <exception cref="ArgumentException">Two windows have the same index, or start balances differ.</exception>
    public static ImmutableArray<RegimeResult> Join(IReadOnlyCollection<WindowResult> windows, double startBalance, RunDefinition definition)
    {
        RegimeEquity[] curves = [.. RegimeNames.States.Select(_ => new RegimeEquity())];
        ChainedEquity whole = new();
        foreach (WindowResult window in WindowJoin.Ordered(windows))
        {
            for (int i = 0; i < curves.Length; i++)
            {
                curves[i].Add(window, window.ByRegime.FirstOrDefault(p => p.Regime == RegimeNames.States[i]), whole.Growth);
            }

            whole.Add(window);
        }

        return [.. RegimeNames.States.Select((state, i) => Result(state, curves[i], startBalance, definition))];
    }

    private static RegimeResult Result(Regime state, RegimeEquity curve, double startBalance, RunDefinition definition)
    {
        PerformanceMetrics metrics = WindowJoin.Metrics(curve.ToPath(), curve.Totals, startBalance, definition.PeriodsPerYear);
        return new RegimeResult(state, metrics, definition.Objectives.ValuesOf(metrics) is { } values ? definition.Objectives.Score(values) : null);
    }
}
