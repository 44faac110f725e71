using System.Globalization;
using CsCheck;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Domain.Tests.Markets;

public sealed class NewYorkClockTests
{
    [Theory]
    [InlineData("2019-01-15T12:00", -300)]
    [InlineData("2019-07-15T12:00", -240)]
    [InlineData("2019-03-10T06:59", -300)]
    [InlineData("2019-03-10T07:00", -240)]
    [InlineData("2019-11-03T05:59", -240)]
    [InlineData("2019-11-03T06:00", -300)]
    [InlineData("2024-02-29T12:00", -300)]
    public void Daylight_saving_follows_the_rule_of_2007(string utc, int offset) =>
        Assert.Equal(offset, NewYorkClock.OffsetMinutes(Minute(utc)));

    [Theory]
    [InlineData("2018-01-03T21:59", "2018-01-03")]
    [InlineData("2018-01-03T22:00", "2018-01-04")]
    [InlineData("2018-07-03T20:59", "2018-07-03")]
    [InlineData("2018-07-03T21:00", "2018-07-04")]
    [InlineData("2018-01-05T22:00", "2018-01-08")]
    [InlineData("2018-01-06T12:00", "2018-01-08")]
    [InlineData("2018-01-07T23:00", "2018-01-08")]
    [InlineData("2018-01-08T00:00", "2018-01-08")]
    [InlineData("1969-12-31T12:00", "1969-12-31")]
    public void A_trading_day_ends_at_five_in_New_York_and_the_weekend_belongs_to_Monday(string utc, string date) =>
        Assert.Equal(Minute(date + "T00:00") / 1440, NewYorkClock.TradingDay(Minute(utc)));

    [Theory]
    [InlineData("2018-01-02T12:00", "2018-01-03T12:00", 1)]
    [InlineData("2018-01-03T12:00", "2018-01-04T12:00", 3)]
    [InlineData("2018-01-05T12:00", "2018-01-08T12:00", 1)]
    [InlineData("2018-01-01T12:00", "2018-01-08T12:00", 7)]
    [InlineData("2018-01-03T21:59", "2018-01-03T22:00", 3)]
    [InlineData("2018-01-03T22:00", "2018-01-03T22:05", 0)]
    [InlineData("2018-07-03T20:55", "2018-07-03T21:00", 1)]
    public void A_night_is_charged_at_five_in_New_York_and_Wednesday_counts_three(string from, string to, int nights) =>
        Assert.Equal(nights, NewYorkClock.RolloverNights(Minute(from), Minute(to)));

    [Fact]
    public void The_rule_agrees_with_the_time_zone_database_where_there_is_one()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out TimeZoneInfo? zone))
        {
            return;
        }

        Gen.Int[20_000_000, 33_000_000].Sample(minute =>
            NewYorkClock.OffsetMinutes(minute) == (int)zone.GetUtcOffset(DateTime.UnixEpoch.AddMinutes(minute)).TotalMinutes);
    }

    [Fact]
    public void Every_minute_lies_before_the_end_of_its_trading_day_and_not_before_the_end_of_the_last() =>
        Gen.Int[0, 33_000_000].Sample(minute =>
        {
            int day = NewYorkClock.TradingDay(minute);
            int previous = NewYorkClock.TradingDay(minute) - (((day % 7) + 7) % 7 == 4 ? 3 : 1);
            return minute < NewYorkClock.EndOfTradingDay(day) && minute >= NewYorkClock.EndOfTradingDay(previous);
        });

    private static int Minute(string utc) => (int)(DateTime.ParseExact(
        utc, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal) - DateTime.UnixEpoch).TotalMinutes;
}
