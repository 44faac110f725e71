using CsCheck;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Domain.Tests.Markets;

public sealed class ResamplingTests
{
    private static readonly Symbol EurUsd = Symbol.Parse("EURUSD");

    [Fact]
    public void A_coarse_bar_takes_first_open_extremes_last_close_and_last_spread_and_adds_volumes()
    {
        BarSeries fine = Series(1, [600, 601, 604, 605], [100, 103, 99, 101], volume: [1, 2, 3, 4], spread: [5, 6, 7, 8]);

        BarSeries coarse = Resampling.Resample(fine, new Timeframe(5));

        Assert.Equal([600, 605], coarse.StartMinutes.ToArray());
        Assert.Equal([100, 101], coarse.Open.ToArray());
        Assert.Equal([105, 103], coarse.High.ToArray());
        Assert.Equal([98, 100], coarse.Low.ToArray());
        Assert.Equal([100, 102], coarse.Close.ToArray());
        Assert.Equal([6f, 4f], coarse.Volume.ToArray());
        Assert.Equal([7, 8], coarse.Spread.ToArray());
    }

    [Fact]
    public void Intervals_without_bars_stay_absent_and_bars_stand_on_multiples_from_midnight()
    {
        BarSeries coarse = Resampling.Resample(Series(5, [1445, 1450, 3000]), Timeframe.Parse("1h"));

        Assert.Equal([1440, 3000], coarse.StartMinutes.ToArray());
        Assert.False(coarse.HasVolume);
        Assert.False(coarse.HasSpread);
    }

    [Theory]
    [InlineData("1m")]
    [InlineData("3m")]
    public void A_timeframe_that_is_finer_or_no_multiple_is_refused(string wanted) =>
        Assert.Throws<ArgumentException>(() => Resampling.Resample(Series(5, [5, 10]), Timeframe.Parse(wanted)));

    [Fact]
    public void A_bar_across_the_border_is_refused_because_it_would_look_ahead()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Resampling.Resample(Series(240, [60 * 21]), Timeframe.Parse("1d")));

        Assert.Contains("1970-01-01 21:00Z", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_timeframe_gives_the_same_series()
    {
        BarSeries series = Series(5, [5, 10]);

        Assert.Same(series, Resampling.Resample(series, new Timeframe(5)));
    }

    [Fact]
    public void Two_steps_equal_one_and_every_fine_bar_lies_inside_its_coarse_bar() =>
        Gen.Int[0, 5000].HashSet[1, 200].Select(Gen.Int[1, 50].Array[200]).Sample((minutes, prices) =>
        {
            BarSeries fine = Series(1, [.. minutes.Order()], [.. prices.Take(minutes.Count).Select(p => p + 10)]);
            BarSeries direct = Resampling.Resample(fine, Timeframe.Parse("1h"));
            BarSeries stepped = Resampling.Resample(Resampling.Resample(fine, Timeframe.Parse("15m")), Timeframe.Parse("1h"));

            Assert.Equal(direct.StartMinutes.ToArray(), stepped.StartMinutes.ToArray());
            Assert.Equal(direct.Open.ToArray(), stepped.Open.ToArray());
            Assert.Equal(direct.High.ToArray(), stepped.High.ToArray());
            Assert.Equal(direct.Low.ToArray(), stepped.Low.ToArray());
            Assert.Equal(direct.Close.ToArray(), stepped.Close.ToArray());
            Assert.Equal(minutes.Select(m => m / 60).Distinct().Count(), direct.Count);
            for (int i = 0; i < fine.Count; i++)
            {
                int place = direct.IndexAtOrAfter(fine.StartOf(i).AddMinutes(-59));
                Assert.InRange(fine.High[i], direct.Low[place], direct.High[place]);
            }
        });

    private static BarSeries Series(int minutes, int[] starts, int[]? open = null, float[]? volume = null, int[]? spread = null)
    {
        int[] first = open ?? [.. starts.Select(_ => 100)];
        return new BarSeries(EurUsd, new Timeframe(minutes), 5, PriceSide.Bid, new BarColumns
        {
            StartMinutes = starts,
            Open = first,
            High = [.. first.Select(p => p + 2)],
            Low = [.. first.Select(p => p - 1)],
            Close = [.. first.Select(p => p + 1)],
            Volume = volume,
            Spread = spread,
        });
    }
}
