using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Host.Assessment;

namespace ForexE2E.Host.Tests.Assessment;

public sealed class JudgementTests
{
    private static readonly RunDefinition Real = new()
    {
        Market = new Market(Symbol.Parse("EURUSD"), new Timeframe(5)),
        From = new DateTime(2018, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        To = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        Data = new DataSources { Bars = "bars.csv" },
    };

    [Theory]
    [InlineData(1.39, true)]
    [InlineData(1.41, false)]
    [InlineData(-0.5, true)]
    public void Less_than_seventy_percent_of_the_in_sample_sharpe_is_an_overfitting_risk(double outOfSample, bool risk) =>
        Assert.Equal(risk, Judgement.Of(Real, Ended(2.0, outOfSample)).OverfittingRisk);

    [Fact]
    public void The_risk_is_said_with_both_figures()
    {
        string words = Judgement.Of(Real, Ended(2.0, 1.0)).Words[0];
        Assert.Contains("Overfitting risk: out-of-sample Sharpe 1.00 is 50 % of in-sample 2.00", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_losing_set_has_no_edge_to_overfit() => Assert.Null(Judgement.Of(Real, Ended(-1.0, 2.0)).OverfittingRisk);

    [Fact]
    public void A_run_without_a_feasible_trial_recommends_nothing()
    {
        RunOutcome nothing = new(RunState.Completed, "3 trials finished", null, [], [], TimeSpan.FromSeconds(5));
        Judgement judgement = Judgement.Of(Real, nothing);
        Assert.Null(judgement.OverfittingRisk);
        Assert.Contains("No trial was feasible (at least 30 trades)", judgement.Words[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Generated_bars_and_zero_costs_are_named()
    {
        Judgement judgement = Judgement.Of(Real with { Data = new DataSources(), Costs = CostSettings.Zero }, Ended(2, 2));
        Assert.Contains(judgement.Words, w => w.Contains("not a real market", StringComparison.Ordinal));
        Assert.Contains(judgement.Words, w => w.Contains("Zero costs", StringComparison.Ordinal));
    }

    [Fact]
    public void Few_trades_out_of_sample_are_too_few_to_tell()
    {
        Judgement judgement = Judgement.Of(Real, Ended(2, 2, trades: 7));
        Assert.Null(judgement.OverfittingRisk);
        Assert.StartsWith("Not proven", judgement.Words[0], StringComparison.Ordinal);
        Assert.StartsWith("Only 7 trades", judgement.Words[1], StringComparison.Ordinal);
    }

    private static RunOutcome Ended(double inSample, double outOfSample, int trades = 100) => new(
        RunState.Completed,
        "50 trials finished",
        new TrialNumber(3),
        [new TrialNumber(3)],
        [new("best", "in_sample", ResultOf(inSample, 100)), new("best", "out_of_sample", ResultOf(outOfSample, trades))],
        TimeSpan.FromMinutes(1));

    private static TrialResult ResultOf(double sharpe, int trades) => new(Metrics.With(sharpe, trades), [sharpe], sharpe, 0);
}
