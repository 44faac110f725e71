using System.Reflection;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Randomness;

namespace ForexE2E.Backtesting.Tests.Stress;

/// <summary>What must be true of every backtest, whatever the parameters and the bars.</summary>
internal static class Accounts
{
    private static readonly PropertyInfo[] Figures = [.. typeof(PerformanceMetrics).GetProperties().Where(p => p.PropertyType == typeof(double) || p.PropertyType == typeof(double?))];

    /// <summary>Start and the net of all trades are the end, to the cent; the curve ends there too; no figure is NaN or infinite.</summary>
    public static void Balance(Backtest backtest, WindowRun run)
    {
        Assert.Equal(run.Result.StartBalanceCents + run.Trades.Sum(t => t.NetCents), run.Result.EndBalanceCents);
        Assert.Equal(run.EquityCents.Length == 0 ? run.Result.StartBalanceCents : run.EquityCents[^1], run.Result.EndBalanceCents);
        Assert.All(run.Trades, t => Assert.True(t.MicroLots > 0 && t.ExitBar >= t.EntryBar && t.EntryBar > t.SignalBar && double.IsFinite(t.NotionalCents)));
        Assert.All(run.Result.DailyReturns, d => Assert.True(double.IsFinite(d.Return)));
        PerformanceMetrics metrics = backtest.Join([run.Result]);
        Assert.All(Figures, p => Assert.True(p.GetValue(metrics) is not double figure || double.IsFinite(figure), $"{p.Name} is {p.GetValue(metrics)}"));
    }

    /// <summary>A set drawn uniformly, now and then beyond the bounds, and repaired.</summary>
    public static ParameterSet Draw(ParameterSpace space, SplitMix64 random) => space.Repair(
        [.. space.Definitions.Select(d => random.NextInt(50) == 0 ? d.High + (10 * random.NextGaussian()) : d.Low + ((d.High - d.Low) * random.NextDouble()))]);
}
