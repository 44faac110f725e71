using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.Risk;
using ForexE2E.Strategy.Sizing;

namespace ForexE2E.Strategy;

/// <summary>What every rule of a run reads besides its fit: bars, ranges, volatilities, and the trading day of each bar. Shared, immutable.</summary>
internal sealed class RuleColumns
{
    public RuleColumns(BarSeries bars)
    {
        Bars = bars;
        Ranges = new AverageTrueRange(bars);
        Volatility = new RealizedVolatility(bars);
        TradingDays = new int[bars.Count];
        for (int i = 0; i < bars.Count; i++)
        {
            TradingDays[i] = NewYorkClock.TradingDay(bars.StartMinutes[i]);
        }
    }

    public BarSeries Bars { get; }

    public AverageTrueRange Ranges { get; }

    public RealizedVolatility Volatility { get; }

    public int[] TradingDays { get; }
}
