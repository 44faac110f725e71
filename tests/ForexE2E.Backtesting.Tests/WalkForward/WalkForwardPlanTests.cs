using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Backtesting.Tests.WalkForward;

/// <summary>Which windows a span holds.</summary>
public sealed class WalkForwardPlanTests
{
    private static readonly DateTime From = new(2018, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    // days, train, test, step, held back: in-sample, out-of-sample, straddling
    [InlineData(37, 30, 7, 7, 0, 1, 0, 0)]
    [InlineData(43, 30, 7, 7, 0, 1, 0, 0)]
    [InlineData(44, 30, 7, 7, 0, 2, 0, 0)]
    [InlineData(100, 30, 7, 7, 0.2, 7, 2, 1)]
    [InlineData(100, 30, 7, 10, 0.2, 5, 2, 0)]
    [InlineData(730, 30, 7, 7, 0.2, 79, 20, 1)]
    [InlineData(60, 20, 5, 14, 0.5, 1, 2, 0)]
    public void Spans_hold_the_windows_of_the_table(int days, int train, int test, int step, double heldBack, int inside, int outside, int straddling)
    {
        WalkForwardPlan plan = WalkForwardPlan.Create(From, From.AddDays(days), new WalkForwardSettings(train, test, step, heldBack));
        Assert.Equal((inside, outside), (plan.InSample.Length, plan.OutOfSample.Length));
        int last = plan.InSample.Concat(plan.OutOfSample).Max(w => w.Index);
        Assert.Equal(straddling, last + 1 - inside - outside);
    }

    [Fact]
    public void Windows_follow_each_other_by_the_step_and_tests_follow_their_train_span()
    {
        WalkForwardPlan plan = WalkForwardPlan.Create(From, From.AddDays(100), new WalkForwardSettings());
        Assert.Equal(From.AddDays(80), plan.Boundary);
        foreach (WalkForwardWindow window in plan.InSample.Concat(plan.OutOfSample))
        {
            Assert.Equal(From.AddDays(7 * window.Index), window.TrainFrom);
            Assert.Equal((window.TrainFrom.AddDays(30), window.TrainTo), (window.TrainTo, window.TestFrom));
            Assert.Equal(window.TestFrom.AddDays(7), window.TestTo);
        }

        Assert.All(plan.InSample, w => Assert.True(w.TestTo <= plan.Boundary));
        Assert.All(plan.OutOfSample, w => Assert.True(w.TestFrom >= plan.Boundary && w.TestTo <= From.AddDays(100)));
    }

    [Fact]
    public void The_boundary_is_cut_at_midnight()
    {
        WalkForwardPlan plan = WalkForwardPlan.Create(From.AddHours(5), From.AddDays(101), new WalkForwardSettings());
        Assert.Equal(TimeSpan.Zero, plan.Boundary.TimeOfDay);
    }

    [Theory]
    [InlineData(0, 37)]
    [InlineData(0.2, 47)]
    [InlineData(0.5, 74)]
    public void A_span_too_short_is_refused_with_the_days_it_needs(double heldBack, int needed)
    {
        WalkForwardSettings settings = new(outOfSampleFraction: heldBack);
        ArgumentException error = Assert.Throws<ArgumentException>(() => WalkForwardPlan.Create(From, From.AddDays(needed - 1), settings));
        Assert.Contains($"needs {needed}:", error.Message, StringComparison.Ordinal);
        Assert.Single(WalkForwardPlan.Create(From, From.AddDays(needed), settings).InSample);
    }
}
