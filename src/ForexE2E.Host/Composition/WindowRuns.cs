using System.Collections.Immutable;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Host.Composition;

/// <summary>Computes windows on several threads; the results do not depend on how many.</summary>
internal static class WindowRuns
{
    /// <returns>One result a window, in the order of the windows.</returns>
    public static T[] Run<T>(ImmutableArray<WalkForwardWindow> windows, Func<WalkForwardWindow, T> run, int parallel, CancellationToken cancellation)
    {
        var results = new T[windows.Length];
        ParallelOptions options = new() { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation };
        Parallel.For(0, windows.Length, options, i => results[i] = run(windows[i]));
        return results;
    }
}
