using CsCheck;
using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Patterns.Backdrop;

namespace ForexE2E.Strategy.Tests.Patterns;

/// <summary>The columns patterns are judged against, compared with the slow way of computing them.</summary>
public sealed class PatternBackdropTests
{
    private static readonly BarSeries Bars = RandomMarket.Walk(5, 1200);

    [Fact]
    public void The_average_true_range_is_the_mean_of_fourteen()
    {
        PatternBackdrop backdrop = PatternBackdrop.Of(Bars);
        double[] ranges = [.. Enumerable.Range(0, Bars.Count).Select(TrueRange)];
        for (int bar = 0; bar < Bars.Count; bar++)
        {
            int span = Math.Min(14, bar + 1);
            Assert.Equal(ranges[(bar + 1 - span)..(bar + 1)].Average(), backdrop.AverageTrueRange(bar), 9);
        }
    }

    [Fact]
    public void Volume_is_compared_with_the_twenty_bars_before()
    {
        PatternBackdrop backdrop = PatternBackdrop.Of(Bars);

        Assert.Null(backdrop.VolumeRatio(19));
        Assert.Equal(Bars.Volume[700] / Bars.Volume[680..700].ToArray().Average(), backdrop.VolumeRatio(700)!.Value, 4);
    }

    [Fact]
    public void Where_volume_is_missing_or_zero_there_is_nothing_to_compare()
    {
        Drawing silent = DrawnShapes.DoubleBottom with { Volume = _ => 0 };

        Assert.Null(PatternBackdrop.Of(silent.ToBars()).VolumeRatio(50));
        Assert.Null(PatternBackdrop.Of(DrawnShapes.DoubleBottom.ToBars()).VolumeRatio(50));
    }

    [Fact]
    public void The_higher_trend_knows_complete_bars_of_the_next_timeframe_only()
    {
        PatternBackdrop backdrop = PatternBackdrop.Of(Bars);
        for (int bar = 0; bar < Bars.Count; bar++)
        {
            int end = Bars.StartMinutes[bar] + 5;
            double[] closes = [.. Enumerable.Range(0, bar + 1)
                .GroupBy(b => Bars.StartMinutes[b] / 15)
                .Where(g => ((g.Key + 1) * 15) <= end)
                .Select(g => (double)Bars.Close[g.Last()])];
            int expected = closes.Length < 30 ? 0 : Math.Sign(ExponentialMean(closes, 10) - ExponentialMean(closes, 30));
            Assert.Equal(expected, backdrop.HigherTrend(bar));
            bar += 6;
        }
    }

    [Theory]
    [InlineData("1m")]
    [InlineData("10m")]
    [InlineData("1h")]
    [InlineData("4h")]
    [InlineData("1d")]
    public void Every_timeframe_has_a_higher_one(string timeframe)
    {
        int minutes = Timeframe.Parse(timeframe).Minutes;
        int[] closes = [.. Enumerable.Range(0, 400).Select(i => 1000 + i)];
        BarSeries rising = new(Symbol.Parse("EURUSD"), Timeframe.Parse(timeframe), 5, PriceSide.Bid, new BarColumns
        {
            StartMinutes = [.. closes.Select((_, i) => 23_999_040 + (i * minutes))],
            Open = closes,
            High = closes,
            Low = closes,
            Close = closes,
        });

        Assert.Equal(1, PatternBackdrop.Of(rising).HigherTrend(399));
    }

    [Fact]
    public void Momentum_follows_a_rise_and_a_fall()
    {
        Drawing hill = new() { Corners = [(0, 0), (60, 6), (120, 0)] };
        PatternBackdrop backdrop = PatternBackdrop.Of(hill.ToBars());

        Assert.Equal(0, backdrop.Momentum(20));
        Assert.Equal(1, backdrop.Momentum(59));
        Assert.Equal(-1, backdrop.Momentum(119));
    }

    [Fact]
    public void A_later_bar_changes_no_earlier_value() => Gen.Int[1, 1199].Sample(cut =>
    {
        PatternBackdrop whole = PatternBackdrop.Of(Bars);
        PatternBackdrop part = PatternBackdrop.Of(Bars.Truncate(cut));
        Assert.Equal(Values(whole, cut - 1), Values(part, cut - 1));
        Assert.Equal(Values(whole, cut / 2), Values(part, cut / 2));
    }, iter: 100);

    private static (double, double, double?, int, int) Values(PatternBackdrop backdrop, int bar) =>
        (backdrop.AverageTrueRange(bar), backdrop.Trend(bar), backdrop.VolumeRatio(bar), backdrop.HigherTrend(bar), backdrop.Momentum(bar));

    private static double TrueRange(int bar) => bar == 0
        ? Bars.High[0] - Bars.Low[0]
        : Math.Max(Bars.High[bar] - Bars.Low[bar], Math.Max(Math.Abs(Bars.High[bar] - Bars.Close[bar - 1]), Math.Abs(Bars.Low[bar] - Bars.Close[bar - 1])));

    private static double ExponentialMean(double[] values, int span)
    {
        double mean = values[..span].Average();
        foreach (double value in values[span..])
        {
            mean += 2.0 / (span + 1) * (value - mean);
        }

        return mean;
    }
}
