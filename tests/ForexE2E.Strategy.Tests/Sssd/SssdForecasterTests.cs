using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Strategy.Sssd;
using ForexE2E.Strategy.Sssd.Diffusion;

namespace ForexE2E.Strategy.Tests.Sssd;

public sealed class SssdForecasterTests
{
    private static readonly Market Traded = new(Symbol.Parse("EURUSD"), new Timeframe(5));
    private static readonly DateTime From = new(2021, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    internal static readonly BarSeries Bars = SyntheticMarket.Generate(Traded, From, From.AddDays(30), 77).Bars;
    private static readonly ForecastSettings Settings = new(new SamplingSettings(12, NoiseScheduleKind.Cosine, SamplingMethod.Ddpm, 1.5, 1, 101, UseEnsemble: true), 6, 0.8);
    private static readonly int[] Asked = [.. Enumerable.Range(0, 19).Select(i => 2000 + (i * 13))];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_forecast_depends_neither_on_its_company_nor_on_what_was_asked_before(bool isForeign)
    {
        Forecast[] together = Forecaster(Bars, isForeign).At(Asked, Settings);
        SssdForecaster alone = Forecaster(Bars, isForeign);
        Forecast[] apart = [.. Asked.Reverse().Select(b => alone.At([b], Settings)[0]).Reverse()];
        Assert.Equal(together, apart);
        Assert.Equal(together, alone.At(Asked, Settings));
        Assert.Equal(Asked.Length, alone.ForecastsMade);
    }

    [Fact]
    public void Threads_do_not_change_a_forecast()
    {
        SssdForecaster forecaster = Forecaster(Bars);
        Forecast[] many = new Forecast[Asked.Length];
        Parallel.For(0, Asked.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => many[i] = forecaster.At([Asked[i]], Settings)[0]);
        Assert.Equal(Forecaster(Bars).At(Asked, Settings), many);
    }

    [Fact]
    public void No_later_bar_changes_a_forecast()
    {
        foreach (int bar in new[] { 300, 1999, 4000 })
        {
            Assert.Equal(Forecaster(Bars).At([bar], Settings), Forecaster(Bars.Truncate(bar + 1)).At([bar], Settings));
        }
    }

    [Fact]
    public void Quantiles_ascend_and_the_spread_grows_with_the_horizon()
    {
        SssdForecaster forecaster = Forecaster(Bars);
        float last = 0;
        foreach (int horizon in new[] { 1, 3, 4, 7, 12, 24 })
        {
            float mean = forecaster.At(Asked, Settings with { Horizon = horizon }).Average(f =>
            {
                Assert.True(f.Recorded.Q05 < f.Low && f.Low < f.Recorded.Q50 && f.Recorded.Q50 < f.High && f.High < f.Recorded.Q95, $"{f}");
                return f.Spread;
            });
            Assert.True(mean > last, $"{mean} at {horizon} bars is not above {last}.");
            last = mean;
        }
    }

    private static SssdForecaster Forecaster(BarSeries bars, bool isForeign = false) => new(bars, isForeign ? ForeignModels.Sssd : ShippedModels.Sssd, "test");
}
