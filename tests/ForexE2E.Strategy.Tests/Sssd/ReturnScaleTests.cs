using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Strategy.Sssd.Scaling;

namespace ForexE2E.Strategy.Tests.Sssd;

public sealed class ReturnScaleTests
{
    private static readonly Market Traded = new(Symbol.Parse("EURUSD"), new Timeframe(5));
    private static readonly DateTime From = new(2021, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly BarSeries Bars = SyntheticMarket.Generate(Traded, From, From.AddDays(40), 5).Bars;

    [Fact]
    public void No_later_bar_changes_a_scale_or_a_context()
    {
        ReturnScale all = new(Bars);
        foreach (int bar in new[] { 299, 1500, 5000 })
        {
            BarSeries known = Bars.Truncate(bar + 1);
            ReturnScale cut = new(known);
            Assert.Equal(all.Expected(bar, 0, 24), cut.Expected(bar, 0, 24));
            (float[] window, float[] memories) = Context(Bars, all, bar);
            (float[] window2, float[] memories2) = Context(known, cut, bar);
            Assert.Equal(window, window2);
            Assert.Equal(memories, memories2);
        }
    }

    [Fact]
    public void Busy_hours_are_expected_to_move_more_than_quiet_ones()
    {
        // 14:00 UTC lies in the overlap of London and New York, 22:00 in the quiet hours.
        ReturnScale scale = new(Bars);
        int day = Bars.IndexAtOrAfter(From.AddDays(30).Date.AddHours(12));
        int busy = (14 - 12) * 12;
        int quiet = (22 - 12) * 12;
        Assert.True(scale.ProfileAt(day, busy) > 1.3 * scale.ProfileAt(day, quiet), $"{scale.ProfileAt(day, busy)} against {scale.ProfileAt(day, quiet)}");
    }

    [Fact]
    public void A_market_that_stands_still_has_a_scale_all_the_same()
    {
        BarSeries flat = new ForexE2E.Testing.Markets.BarsBuilder().Flat(100_000, 600).Build();
        Assert.True(new ReturnScale(flat).Expected(599, 0, 4) > 0);
    }

    private static (float[] Window, float[] Memories) Context(BarSeries bars, ReturnScale scale, int bar)
    {
        float[] window = new float[ContextWindow.Channels * ContextWindow.Bars];
        float[] memories = new float[ContextWindow.Memories];
        ContextWindow.Write(bars, scale, bar, window, memories);
        return (window, memories);
    }
}
