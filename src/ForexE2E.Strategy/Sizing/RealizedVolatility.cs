using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Sizing;

/// <summary>
/// Annualised volatility of a market at each bar's close, as a fraction: root of the mean squared log return of the last
/// trading day of bars, times the root of the bars a year. Rounded to 1e-6; 4 bytes a bar.
/// </summary>
internal sealed class RealizedVolatility
{
    private const int MinutesADay = 1440;
    private const double TradingDaysAYear = 252;

    /// <summary>Daily bars would give one return: at least so many are averaged.</summary>
    private const int LeastBars = 20;

    /// <summary>Keeps a size finite when prices stand still.</summary>
    private const double Least = 0.005;
    private readonly float[] _annual;

    public RealizedVolatility(BarSeries bars)
    {
        int span = Math.Max(LeastBars, MinutesADay / bars.Timeframe.Minutes);
        double perYear = TradingDaysAYear * MinutesADay / bars.Timeframe.Minutes;
        double[] recent = new double[span];
        double sum = 0;
        _annual = new float[bars.Count];
        for (int i = 0; i < bars.Count; i++)
        {
            double change = i == 0 ? 0 : Math.Log((double)bars.Close[i] / bars.Close[i - 1]);
            // Whole multiples of 1e-14 add and subtract without leaving dust behind.
            double square = Math.Round(change * change * 1e14);
            sum += square - recent[i % span];
            recent[i % span] = square;
            double annual = Math.Sqrt(sum * 1e-14 / Math.Min(i + 1, span) * perYear);
            _annual[i] = (float)(Math.Round(Math.Max(Least, annual) * 1e6) / 1e6);
        }
    }

    /// <summary>Known at the close of a bar.</summary>
    public double At(int bar) => _annual[bar];
}
