using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Domain.Parameters;
using ForexE2E.Strategy.Riskfolio.Universe;

namespace ForexE2E.Strategy.Tests.LookAhead;

/// <summary>Portfolio weights at a close rest on days that were over before it.</summary>
public sealed class PortfolioLookAheadTests
{
    private static readonly DateTime From = new(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc);
    private static readonly SyntheticMarketData Made = SyntheticMarket.Generate(new Market(Symbol.Parse("EURUSD"), new Timeframe(60)), From, From.AddDays(150), 5);

    [Theory]
    [InlineData("MV", false)]
    [InlineData("CVaR", false)]
    [InlineData("EVaR", true)]
    public void Sizes_do_not_change_when_later_bars_of_all_pairs_are_taken_away(string measure, bool parity)
    {
        ParameterDefinition definition = ParameterCatalog.All[ParameterCatalog.All.IndexOf("riskfolio_risk_measure")];
        ParameterSet set = ParameterCatalog.Space([]).Defaults.With(definition.Name, definition.Parse(measure)).With("riskfolio_use_risk_parity", parity ? 1 : 0).With("riskfolio_rebalance_freq", 3);
        int count = Made.Bars.Count;
        int[] cuts = [(count / 2) + 5, (count / 2) + 17, (2 * count / 3) + 1, count - 24, count - 1];
        Assert.Equal(-1, Peeking.FirstBar(Made.Bars, cuts, bars => Factors(bars, set)));
    }

    [Fact]
    public void The_weights_of_a_day_do_not_know_its_prices()
    {
        // The last day is made wild from its first bar on: its own weights must not see it.
        int wildFrom = Made.Bars.Count - 3;
        BarSeries wild = new(Made.Bars.Symbol, Made.Bars.Timeframe, Made.Bars.Digits, Made.Bars.Side, new BarColumns
        {
            StartMinutes = Made.Bars.StartMinutes.ToArray(),
            Open = [.. Made.Bars.Open[..wildFrom], .. Made.Bars.Open[wildFrom..].ToArray().Select(p => p * 2)],
            High = [.. Made.Bars.High[..wildFrom], .. Made.Bars.High[wildFrom..].ToArray().Select(p => p * 2)],
            Low = [.. Made.Bars.Low[..wildFrom], .. Made.Bars.Low[wildFrom..].ToArray().Select(p => p * 2)],
            Close = [.. Made.Bars.Close[..wildFrom], .. Made.Bars.Close[wildFrom..].ToArray().Select(p => p * 2)],
        });
        Assert.Equal(DailyReturns.DayOf(Made.Bars, wildFrom), DailyReturns.DayOf(Made.Bars, Made.Bars.Count - 1));
        ParameterSet daily = ParameterCatalog.Space([]).Defaults.With("riskfolio_rebalance_freq", 1);
        Assert.Equal(Factors(Made.Bars, daily), Factors(wild, daily));
    }

    private static List<double> Factors(BarSeries bars, ParameterSet set)
    {
        DateTime end = bars.EndOf(bars.Count - 1);
        MarketData data = new(bars, [.. Made.Pairs.Select(p => Known(p, end))], null, null, "");
        WeightPlan plan = new(new DailyReturns(data));
        int first = DailyReturns.DayOf(bars, 0), last = DailyReturns.DayOf(bars, bars.Count - 1);
        PortfolioSize size = new(bars, plan.Make(first, first, last, new RiskfolioSettings(set)));
        return [.. Enumerable.Range(0, bars.Count).Select(size.FactorAt)];
    }

    private static BarSeries Known(BarSeries pair, DateTime end)
    {
        int count = pair.IndexAtOrAfter(end);
        return pair.Truncate(Math.Max(1, count > 0 && pair.EndOf(count - 1) > end ? count - 1 : count));
    }
}
