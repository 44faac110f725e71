using System.Collections.Immutable;
using ForexE2E.Domain.Markets;

namespace ForexE2E.Backtesting.Simulation;

/// <summary>
/// What one point on one micro-lot is worth in cents of the account currency, at the open of each bar: profit arises in the
/// quote currency and is converted at the rate known at that instant.
/// </summary>
internal sealed class CurrencyConversion
{
    private const int MicroLotUnits = 1000;
    private const int CentsPerUnit = 100;
    private static readonly TimeSpan LongestHeadStart = TimeSpan.FromDays(7);

    private readonly double[]? _column;

    private CurrencyConversion(double constant, double[]? column)
    {
        (Constant, _column) = (constant, column);
    }

    /// <summary>Value in the quote currency: the factor itself when that is the account currency.</summary>
    public double Constant { get; }

    /// <summary>Factors by bar; null when the constant holds at all times.</summary>
    public double[]? Column => _column;

    /// <exception cref="ArgumentException">No loaded pair leads from the quote to the account currency; the message names one that would.</exception>
    public static CurrencyConversion Create(BarSeries bars, ImmutableArray<BarSeries> pairs, string account)
    {
        double perPoint = (double)MicroLotUnits * CentsPerUnit / bars.PointsPerUnit;
        (string from, string quote) = (bars.Symbol.Base, bars.Symbol.Quote);
        if (quote == account)
        {
            return new CurrencyConversion(perPoint, null);
        }

        if (from == account)
        {
            return new CurrencyConversion(perPoint, OwnPrices(bars, perPoint));
        }

        foreach (BarSeries pair in pairs)
        {
            bool isDirect = pair.Symbol.Base == quote && pair.Symbol.Quote == account;
            if (isDirect || (pair.Symbol.Base == account && pair.Symbol.Quote == quote))
            {
                return new CurrencyConversion(perPoint, OtherPrices(bars, pair, perPoint, isDirect));
            }
        }

        throw new ArgumentException(
            $"Profit of {bars.Symbol} arises in {quote} and cannot be counted in {account}: load bars of {quote}{account} or {account}{quote}, "
            + $"or choose {quote} or {from} as account currency.");
    }

    private static double[] OwnPrices(BarSeries bars, double perPoint)
    {
        double[] column = new double[bars.Count];
        ReadOnlySpan<int> open = bars.Open;
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = perPoint * bars.PointsPerUnit / open[i];
        }

        return column;
    }

    /// <summary>The last close of the other pair that was known when each bar opened; before its first bar ended, that bar's open.</summary>
    private static double[] OtherPrices(BarSeries bars, BarSeries pair, double perPoint, bool isDirect)
    {
        if (pair.Count == 0 || bars.Count == 0 || pair.StartOf(0) > bars.StartOf(0) + LongestHeadStart)
        {
            throw new ArgumentException($"Bars of {pair.Symbol} are needed to convert money and begin too late: load them from the first bar of {bars.Symbol} on.");
        }

        double[] column = new double[bars.Count];
        int known = 0;
        for (int i = 0; i < column.Length; i++)
        {
            int start = bars.StartMinutes[i];
            while (known < pair.Count && pair.StartMinutes[known] + pair.Timeframe.Minutes <= start)
            {
                known++;
            }

            double rate = (known == 0 ? pair.Open[0] : pair.Close[known - 1]) / pair.PointsPerUnit;
            column[i] = isDirect ? perPoint * rate : perPoint / rate;
        }

        return column;
    }
}
