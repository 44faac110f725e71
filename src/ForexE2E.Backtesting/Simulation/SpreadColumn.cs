using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;

namespace ForexE2E.Backtesting.Simulation;

/// <summary>The spread of every bar in points, from the file or from a model.</summary>
public static class SpreadColumn
{
    private const int MinutesAnHour = 60;

    /// <exception cref="ArgumentException">The file's spread was asked for and the bars have none.</exception>
    public static int[] Create(BarSeries bars, CostSettings costs)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(costs);
        SpreadModel model = costs.Spread != SpreadModel.Auto ? costs.Spread : bars.HasSpread ? SpreadModel.FromFile : SpreadModel.ByHour;
        return model switch
        {
            SpreadModel.FromFile => FromFile(bars),
            SpreadModel.ByHour => ByHour(bars, costs.SpreadPips),
            _ => Fixed(bars.Count, PipPoints.RoundUp(costs.SpreadPips)),
        };
    }

    private static int[] FromFile(BarSeries bars) => bars.HasSpread
        ? bars.Spread.ToArray()
        : throw new ArgumentException(
            $"The bars of {bars.Symbol} have no spread column: choose the spread model by_hour or fixed, or load bars with spreads.");

    private static int[] ByHour(BarSeries bars, double pips)
    {
        int[] points = new int[bars.Count];
        ReadOnlySpan<int> starts = bars.StartMinutes;
        int hour = int.MinValue;
        int level = 0;
        for (int i = 0; i < points.Length; i++)
        {
            // The New York clock moves by whole hours, so the level holds for a UTC hour.
            int now = (int)Math.Floor((double)starts[i] / MinutesAnHour);
            level = now == hour ? level : HourlySpread.Points(pips, starts[i]);
            hour = now;
            points[i] = level;
        }

        return points;
    }

    private static int[] Fixed(int count, int spread)
    {
        int[] points = new int[count];
        Array.Fill(points, spread);
        return points;
    }
}
