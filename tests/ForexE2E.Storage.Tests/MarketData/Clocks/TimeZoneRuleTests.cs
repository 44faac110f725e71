using ForexE2E.Domain.Markets;
using ForexE2E.Storage.MarketData.Clocks;

namespace ForexE2E.Storage.Tests.MarketData.Clocks;

public sealed class TimeZoneRuleTests
{
    [Theory]
    [InlineData("utc", "2019-07-01 00:00", 0)]
    [InlineData("UTC+5", "2019-07-01 00:00", 300)]
    [InlineData("utc-05:00", "2019-07-01 00:00", -300)]
    [InlineData("utc+05:30", "2019-07-01 00:00", 330)]
    [InlineData("utc-0330", "2019-07-01 00:00", -210)]
    [InlineData("new-york", "2019-03-10 06:59", -300)]
    [InlineData("new-york", "2019-03-10 07:00", -240)]
    [InlineData("new-york", "2019-11-03 05:59", -240)]
    [InlineData("new-york", "2019-11-03 06:00", -300)]
    [InlineData("new-york+7", "2019-01-15 00:00", 120)]
    [InlineData("new-york+7", "2019-03-20 00:00", 180)]
    [InlineData("eet", "2019-03-20 00:00", 120)]
    [InlineData("eet", "2019-03-31 00:59", 120)]
    [InlineData("eet", "2019-03-31 01:00", 180)]
    [InlineData("eet", "2019-10-27 01:00", 120)]
    [InlineData("cet", "2019-07-01 00:00", 120)]
    [InlineData("london", "2019-07-01 00:00", 60)]
    [InlineData("london", "2019-12-01 00:00", 0)]
    [InlineData("histdata", "2018-03-20 00:00", -240)] // New York summer, Europe still winter
    [InlineData("histdata", "2018-12-31 23:59", -300)]
    [InlineData("histdata", "2019-03-20 00:00", -300)] // London winter
    [InlineData("histdata", "2019-04-02 00:00", -240)]
    [InlineData("histdata", "2019-10-30 00:00", -300)] // New York still summer, London winter
    public void A_clock_has_the_offset_its_law_gives(string name, string utc, int offset)
    {
        int minute = (int)(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture) - new DateTime(1970, 1, 1)).TotalMinutes;

        Assert.Equal(offset, TimeZoneRule.Parse(name).OffsetMinutes(minute));
    }

    [Theory]
    [InlineData("mars")]
    [InlineData("utc+15")]
    [InlineData("utc+5:75")]
    [InlineData("new-york+x")]
    public void An_unknown_clock_is_refused_with_a_list(string name)
    {
        MarketDataException error = Assert.Throws<MarketDataException>(() => TimeZoneRule.Parse(name));

        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("new-york+7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_machines_own_database_agrees_with_the_rules_where_it_knows_them()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out _))
        {
            return;
        }

        foreach ((string rule, string zone) in new[] { ("new-york", "America/New_York"), ("london", "Europe/London"), ("cet", "Europe/Zurich"), ("eet", "Europe/Helsinki") })
        {
            (TimeZoneRule mine, TimeZoneRule theirs) = (TimeZoneRule.Parse(rule), TimeZoneRule.Parse(zone));
            for (int minute = 365 * 1440 * 40; minute < 365 * 1440 * 56; minute += 60 * 7)
            {
                Assert.Equal(theirs.OffsetMinutes(minute), mine.OffsetMinutes(minute));
            }
        }
    }
}
