using CsCheck;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Markets;
using ForexE2E.Testing.Markets;

namespace ForexE2E.Backtesting.Tests.Simulation;

/// <summary>The calendar columns say what the New York clock says.</summary>
public sealed class TradingCalendarTests
{
    [Fact]
    public void Days_and_nights_are_those_of_the_new_york_clock_whatever_the_gaps() =>
        Gen.Int[1, 9_000].Array[2, 120].Sample(steps =>
        {
            BarsBuilder builder = new BarsBuilder().Every(1);
            DateTime time = new(2019, 2, 1, 0, 0, 0, DateTimeKind.Utc);
            foreach (int step in steps)
            {
                builder.At(time).Flat(100_000);
                time = time.AddMinutes(step);
            }

            BarSeries bars = builder.Build();
            TradingCalendar calendar = TradingCalendar.NewYork(bars);
            for (int i = 0; i < bars.Count; i++)
            {
                Assert.Equal(NewYorkClock.TradingDay(bars.StartMinutes[i]), calendar.TradingDay(i));
                int nights = i == 0 ? 0 : NewYorkClock.RolloverNights(bars.StartMinutes[i - 1], bars.StartMinutes[i]);
                Assert.Equal(nights, calendar.Events[i]);
            }
        }, iter: 200);
}
