using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Performance;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Composition;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Json;

namespace ForexE2E.Host.Commands;

/// <summary>Computes a stored trial anew from its stored parameters and compares every figure with what is stored.</summary>
internal static class ReplayBacktest
{
    /// <exception cref="CommandException">There is no such run or trial, or it has no result to compare with.</exception>
    public static async Task<ReplayDocument> Run(IRunStore store, string runText, TrialNumber number, IMarketData files, int parallel, CancellationToken cancellation)
    {
        Run run = await RunLookup.Find(store, runText, cancellation);
        if (!run.Trials.TryGetValue(number, out Trial? trial))
        {
            throw new CommandException(ExitCode.WrongUsage, $"Run {run.Id} has no trial {number}; 'forexe2e run show {run.Id}' lists its trials.");
        }

        if (trial.Result is not { } stored || trial.State is not (TrialState.Completed or TrialState.Pruned))
        {
            throw new CommandException(ExitCode.RunFailed, $"Trial {number} of run {run.Id} is {Words.Of(trial.State)}: it has no result to compare with.");
        }

        RunDefinition d = run.Definition;
        MarketData data = await files.Load(d.Market, d.Data, d.From, d.To, cancellation);
        Backtest backtest = Failure.Refused(ExitCode.WrongUsage, () => new BacktestFactory().Create(d, data));
        IReadOnlyList<WindowResult> before = await store.FindWindows(run.Id, number, cancellation);
        ImmutableArray<WalkForwardWindow> ran = RanBy(trial, backtest, before);
        WindowResult[] windows = WindowRuns.Run(
            ran, w => backtest.RunWindow(w, trial.ToPlan(), cancellation), parallel, cancellation);
        PerformanceMetrics replayed = backtest.Join(windows);
        List<string> differences = [.. MetricDifferences(stored.Metrics, replayed), .. WindowDifferences(before, windows)];
        return new ReplayDocument(
            run.Id.ToString(), number.Value, differences.Count == 0, data.Hash == run.Record.DataHash, differences, windows.Length, stored.Metrics, replayed,
            trial.State == TrialState.Pruned, trial.Reason, backtest.InSample.Length);
    }

    // A pruned trial ran the first windows of the plan, or after an interruption those that are stored.
    private static ImmutableArray<WalkForwardWindow> RanBy(Trial trial, Backtest backtest, IReadOnlyList<WindowResult> stored)
    {
        if (trial.State == TrialState.Completed)
        {
            return backtest.InSample;
        }

        HashSet<int> known = [.. stored.Select(w => w.Index)];
        return known.Count == trial.Windows
            ? [.. backtest.InSample.Where(w => known.Contains(w.Index))]
            : [.. backtest.InSample.Take(trial.Windows ?? known.Count)];
    }

    /// <summary>Each metric that is not the same double, with both values to the last digit.</summary>
    internal static IEnumerable<string> MetricDifferences(PerformanceMetrics stored, PerformanceMetrics replayed)
    {
        JsonObject then = JsonSerializer.SerializeToNode(stored, Documents.Default.PerformanceMetrics)!.AsObject();
        JsonObject now = JsonSerializer.SerializeToNode(replayed, Documents.Default.PerformanceMetrics)!.AsObject();
        return then.Where(p => !JsonNode.DeepEquals(p.Value, now[p.Key]))
            .Select(p => $"{p.Key}: stored {p.Value?.ToJsonString() ?? "null"}, replayed {now[p.Key]?.ToJsonString() ?? "null"}");
    }

    private static IEnumerable<string> WindowDifferences(IReadOnlyList<WindowResult> stored, WindowResult[] replayed)
    {
        if (stored.Count != replayed.Length)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"windows: stored {stored.Count}, replayed {replayed.Length}");
        }

        foreach ((WindowResult then, WindowResult now) in stored.OrderBy(w => w.Index).Zip(replayed).Where(pair => !pair.First.Equals(pair.Second)))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"window {then.Index}: balance stored {then.EndBalanceCents}, replayed {now.EndBalanceCents} cents, or its trades or days differ");
        }
    }
}
