using System.Collections.Immutable;
using ForexE2E.Domain.Randomness;
using ForexE2E.Optimization.Pruners;

namespace ForexE2E.Optimization.Tests.Pruners;

public sealed class PrunerTests
{
    private const int Windows = 40;

    [Fact]
    public void A_trial_worse_than_the_median_over_the_same_windows_is_given_up()
    {
        var pruner = new MedianPruner(1, Windows);
        Complete(pruner, Enumerable.Range(0, 7), t => t);
        Run(pruner, 7, 5, 6);
        Assert.Contains("median 3", pruner.ReasonToPrune(7), StringComparison.Ordinal);
        Run(pruner, 8, 5, 2);
        Assert.Null(pruner.ReasonToPrune(8));
    }

    [Fact]
    public void A_hard_market_period_favours_nobody()
    {
        // Windows differ by 100 times what trials differ by; the new trial ran only the hardest ones, but better than the others there.
        var pruner = new MedianPruner(1, Windows);
        for (int t = 0; t < 6; t++)
        {
            for (int w = 0; w < Windows; w++)
            {
                pruner.Report(new WindowReport(t, w, [(100 * w) + t]));
            }

            pruner.End(t, completed: true);
        }

        for (int w = Windows - 10; w < Windows; w++)
        {
            pruner.Report(new WindowReport(6, w, [(100 * w) + 0.5]));
        }

        Assert.Null(pruner.ReasonToPrune(6));
    }

    [Fact]
    public void Nobody_is_judged_before_the_warm_up_or_without_completed_trials()
    {
        var pruner = new MedianPruner(1, Windows);
        Run(pruner, 0, 30, 1000);
        Assert.Null(pruner.ReasonToPrune(0));
        Complete(pruner, Enumerable.Range(1, 6), t => t);
        Run(pruner, 7, 4, 1000);
        Assert.Null(pruner.ReasonToPrune(7));
    }

    [Fact]
    public void With_several_objectives_a_trial_is_given_up_only_when_the_front_is_out_of_reach()
    {
        var pruner = new MedianPruner(2, Windows);
        Complete(pruner, Enumerable.Range(0, 6), t => t, t => 5 - t);
        // Worse than the median in both, but close enough in the second objective that the windows to come may mend it.
        Report(pruner, 6, 8, w => 3.1, w => 2.2 + (w % 2 == 0 ? -1.5 : 1.5));
        Assert.Null(pruner.ReasonToPrune(6));
        Report(pruner, 7, 8, w => 9 + (0.1 * w), w => 8 - (0.1 * w));
        Assert.Contains("optimistic completion", pruner.ReasonToPrune(7), StringComparison.Ordinal);
        // Best in one objective: never given up, however bad the other.
        Report(pruner, 8, 8, w => -1, w => 100);
        Assert.Null(pruner.ReasonToPrune(8));
    }

    [Fact]
    public void A_limit_broken_beyond_mending_ends_a_trial_once_something_feasible_exists()
    {
        var pruner = new MedianPruner(2, Windows);
        pruner.Report(new WindowReport(0, 0, [1, 1], Violation: 0.4));
        Assert.Null(pruner.ReasonToPrune(0));
        Complete(pruner, [1], t => t, t => t);
        Assert.Contains("limit is broken", pruner.ReasonToPrune(0), StringComparison.Ordinal);
    }

    [Fact]
    public void Successive_halving_lets_one_in_three_pass_a_rung()
    {
        var pruner = new SuccessiveHalvingPruner(1, Windows, firstRung: 5, eta: 3);
        int passed = 0;
        for (int t = 0; t < 90; t++)
        {
            Run(pruner, t, 5, new SplitMix64((ulong)t).NextDouble());
            bool goesOn = pruner.ReasonToPrune(t) is null;
            pruner.End(t, completed: false);
            passed += goesOn ? 1 : 0;
        }

        Assert.InRange(passed, 25, 42);
    }

    [Fact]
    public void Hyperband_spreads_trials_over_brackets_that_cut_at_different_windows()
    {
        var pruner = new HyperbandPruner(1, Windows, leastWindows: 2, eta: 3);
        int[] brackets = [.. Enumerable.Range(0, 300).Select(pruner.BracketOf)];
        Assert.Equal([0, 1, 2], brackets.Distinct().Order());
        Assert.All(Enumerable.Range(0, 3), b => Assert.InRange(brackets.Count(x => x == b), 70, 130));
    }

    [Fact]
    public void With_several_objectives_a_quarter_of_better_trials_over_the_same_windows_is_enough()
    {
        var pruner = new MedianPruner(2, Windows);
        for (int t = 0; t < 8; t++)
        {
            ReportSoFar(pruner, t, Windows, [t, 7 - t]);
            pruner.End(t, completed: true);
        }

        ReportSoFar(pruner, 8, 5, [3.5, 4.5]);
        Assert.Null(pruner.ReasonToPrune(8)); // Trial 3 alone is better in both.
        ReportSoFar(pruner, 9, 5, [4.5, 4.5]);
        Assert.Contains("2 of 8 completed trials were better in every objective", pruner.ReasonToPrune(9), StringComparison.Ordinal);
        ReportSoFar(pruner, 10, 4, [99, 99]);
        Assert.Null(pruner.ReasonToPrune(10)); // Still in its warm-up.
    }

    [Fact]
    public void A_judgement_does_not_depend_on_how_often_it_was_asked_for()
    {
        var asked = new MedianPruner(2, Windows);
        var silent = new MedianPruner(2, Windows);
        var luck = new SplitMix64(1);
        int prunes = 0;
        for (int trial = 0; trial < 60; trial++)
        {
            double quality = luck.NextDouble();
            string? reason = null;
            for (int w = 0; w < Windows && reason is null; w++)
            {
                var report = new WindowReport(trial, w, [quality + luck.NextDouble(), quality + luck.NextDouble()]);
                asked.Report(report);
                silent.Report(report);
                reason = asked.ReasonToPrune(trial);
            }

            Assert.Equal(reason, silent.ReasonToPrune(trial));
            asked.End(trial, completed: reason is null);
            silent.End(trial, completed: reason is null);
            prunes += reason is null ? 0 : 1;
        }

        Assert.InRange(prunes, 5, 55);
    }

    [Fact]
    public void Saved_windows_are_counted()
    {
        var pruner = new MedianPruner(1, Windows);
        Complete(pruner, Enumerable.Range(0, 6), t => t);
        Run(pruner, 6, 10, 99);
        Assert.NotNull(pruner.ReasonToPrune(6));
        pruner.End(6, completed: false);
        Assert.Equal(new WindowTally((6 * Windows) + 10, 30, 1), pruner.Tally);
    }

    [Fact]
    public void Undefined_windows_count_for_neither_side()
    {
        var pruner = new MedianPruner(1, Windows);
        Complete(pruner, Enumerable.Range(0, 6), t => t);
        for (int w = 0; w < 10; w++)
        {
            pruner.Report(new WindowReport(6, w, w < 9 ? [double.NaN] : [0.5]));
        }

        Assert.Null(pruner.ReasonToPrune(6));
    }

    private static void ReportSoFar(MedianPruner pruner, int trial, int windows, ImmutableArray<double> losses)
    {
        for (int w = 0; w < windows; w++)
        {
            pruner.Report(new WindowReport(trial, w, [], 0, losses));
        }
    }

    private static void Complete(LedgerPruner pruner, IEnumerable<int> trials, params Func<int, double>[] losses)
    {
        foreach (int t in trials)
        {
            Report(pruner, t, Windows, [.. losses.Select(l => (Func<int, double>)(_ => l(t)))]);
            pruner.End(t, completed: true);
        }
    }

    private static void Run(LedgerPruner pruner, int trial, int windows, double loss) => Report(pruner, trial, windows, _ => loss);

    private static void Report(LedgerPruner pruner, int trial, int windows, params Func<int, double>[] losses)
    {
        for (int w = 0; w < windows; w++)
        {
            pruner.Report(new WindowReport(trial, w, [.. losses.Select(l => l(w))]));
        }
    }
}
