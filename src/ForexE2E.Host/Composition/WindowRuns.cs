using System.Collections.Immutable;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Host.Composition;

/// <summary>Computes windows on several threads; the results do not depend on how many.</summary>
internal static class WindowRuns
{
    /// <returns>In the order of the windows.</returns>
    public static WindowResult[] Run(
        IBacktest backtest, ImmutableArray<WalkForwardWindow> windows, ParameterSet parameters, int parallel, CancellationToken cancellation)
    {
        var results = new WindowResult[windows.Length];
        ParallelOptions options = new() { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation };
        Parallel.For(0, windows.Length, options, i => results[i] = backtest.RunWindow(windows[i], parameters, cancellation));
        return results;
    }
}
