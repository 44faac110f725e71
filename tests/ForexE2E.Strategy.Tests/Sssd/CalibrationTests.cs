using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Randomness;
using ForexE2E.Strategy.Sssd.Calibration;
using Xunit.Abstractions;

namespace ForexE2E.Strategy.Tests.Sssd;

/// <summary>The shipped models on bars they never saw: their intervals hold what they promise, and they beat a random walk where there is something to know.</summary>
public sealed class CalibrationTests(ITestOutputHelper output)
{
    private static readonly Market Traded = new(Symbol.Parse("EURUSD"), new Timeframe(5));
    private static readonly DateTime From = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void On_generated_bars_intervals_hold_nine_of_ten_returns_and_losses_are_below_a_random_walks()
    {
        foreach (CalibrationRow row in Judge(SyntheticMarket.Generate(Traded, From, From.AddDays(250), 909).Bars, 1200))
        {
            Assert.InRange(row.Coverage, 0.85, 0.95);
            Assert.True(row.Horizon > 4 || (row.Crps < row.WalkCrps && row.Pinball < row.WalkPinball), $"{row}");
        }
    }

    [Fact]
    public void On_a_pure_random_walk_nothing_is_gained_and_next_to_nothing_lost()
    {
        foreach (CalibrationRow row in Judge(RandomWalk(40_000), 1200))
        {
            Assert.InRange(row.Coverage, 0.85, 0.95);
            Assert.InRange(row.CrpsGain, -0.02, 0.02);
        }
    }

    [Fact]
    public void A_score_is_least_for_the_forecast_that_is_right()
    {
        float[] near = [-1, 0, 1];
        Assert.True(Scores.Crps(near, 0) < Scores.Crps([4, 5, 6], 0));
        Assert.Equal(0.2337, Scores.NormalCrps(1, 0), 4);
        Assert.True(Scores.Pinball(2, 0.95, 0) < Scores.Pinball(-2, 0.95, 0));
    }

    private ImmutableArray<CalibrationRow> Judge(BarSeries bars, int forecasts)
    {
        ImmutableArray<CalibrationRow> rows = SssdCalibration.Run(bars, ShippedModels.Sssd, 3000, bars.Count, forecasts, ParameterCatalog.Space([]).Defaults, default);
        foreach (CalibrationRow row in rows)
        {
            output.WriteLine($"{row} gain {row.CrpsGain:P2}");
        }

        return rows;
    }

    private static BarSeries RandomWalk(int count)
    {
        SplitMix64 luck = new(17);
        ForexE2E.Testing.Markets.BarsBuilder bars = new();
        double price = 110_000;
        for (int i = 0; i < count; i++)
        {
            int open = (int)Math.Round(price);
            int high = open;
            int low = open;
            for (int look = 0; look < 4; look++)
            {
                price *= 1 + (1.35e-4 * luck.NextGaussian());
                high = Math.Max(high, (int)Math.Round(price));
                low = Math.Min(low, (int)Math.Round(price));
            }

            bars.Bar(open, high, low, (int)Math.Round(price));
        }

        return bars.Build();
    }
}
