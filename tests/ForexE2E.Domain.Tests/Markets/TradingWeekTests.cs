using ForexE2E.Domain.Markets;

namespace ForexE2E.Domain.Tests.Markets;

public sealed class TradingWeekTests
{
    [Theory]
    [InlineData("2019-01-06 22:00", "2019-01-11 22:00")] // winter: 17:00 New York is 22:00 UTC
    [InlineData("2019-07-07 21:00", "2019-07-12 21:00")] // summer
    [InlineData("2019-03-10 21:00", "2019-03-15 21:00")] // the clock goes forward on the opening Sunday
    [InlineData("2019-03-03 22:00", "2019-03-08 22:00")] // the week before it
    [InlineData("2019-11-03 22:00", "2019-11-08 22:00")] // the clock goes back on the opening Sunday
    public void A_week_runs_from_Sunday_to_Friday_17_00_New_York(string opening, string closing)
    {
        int open = MinuteOf(opening);

        Assert.Equal(open, TradingWeek.OpeningAtOrBefore(open));
        Assert.Equal(open, TradingWeek.OpeningAtOrBefore(open + 10_019));
        Assert.Equal(MinuteOf(closing), TradingWeek.ClosingOf(open));
        Assert.True(TradingWeek.IsOpen(open));
        Assert.False(TradingWeek.IsOpen(open - 1));
        Assert.False(TradingWeek.IsOpen(MinuteOf(closing)));
        Assert.True(TradingWeek.IsOpen(MinuteOf(closing) - 1));
    }

    [Fact]
    public void Open_minutes_leave_out_the_weekend()
    {
        int friday = MinuteOf("2019-07-12 20:00");
        int sunday = MinuteOf("2019-07-14 22:00");

        Assert.Equal(120, TradingWeek.OpenMinutes(friday, sunday));
        Assert.Equal(0, TradingWeek.OpenMinutes(friday + 60, sunday - 60));
        Assert.Equal(7200, TradingWeek.OpenMinutes(MinuteOf("2019-07-06 00:00"), MinuteOf("2019-07-13 00:00")));
    }

    [Theory]
    [InlineData("EURUSD", 1.12, true)]
    [InlineData("EURUSD", 112000, false)]
    [InlineData("USDJPY", 109.5, true)]
    [InlineData("USDJPY", 1.09, false)]
    [InlineData("XAUUSD", 1900, true)]
    public void Typical_prices_tell_a_price_from_a_scaled_one(string symbol, double price, bool isPlausible) =>
        Assert.Equal(isPlausible, TypicalPrices.IsPlausible(Symbol.Parse(symbol), price));

    [Fact]
    public void Every_known_currency_has_a_typical_price() =>
        Assert.All(Currencies.Known.Where(c => c != "USD"), c => Assert.True(TypicalPrices.Of(Symbol.Parse(c + "USD")) > 0));

    private static int MinuteOf(string utc) =>
        (int)(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture) - new DateTime(1970, 1, 1)).TotalMinutes;
}
