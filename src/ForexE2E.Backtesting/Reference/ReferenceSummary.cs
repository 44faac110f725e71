using ForexE2E.Backtesting.Metrics;
using ForexE2E.Backtesting.Simulation;

namespace ForexE2E.Backtesting.Reference;

/// <summary>
/// Everything said about a reference backtest; money in account currency, ratios annualised unless their name says a period's.
/// Drawdown indices count equity points, of which the start balance is 0.
/// </summary>
public sealed record ReferenceSummary
{
    public required double StartBalance { get; init; }

    public required double FinalEquity { get; init; }

    public required double NetProfit { get; init; }

    public required double Commission { get; init; }

    public required double Swap { get; init; }

    /// <summary>Trading days, ending 21:00 UTC.</summary>
    public required int Days { get; init; }

    public required double PeriodsPerYear { get; init; }

    public double? SharpeDaily { get; init; }

    public double? SortinoDaily { get; init; }

    /// <summary>From bar returns, times the root of bars a year: the mean number of bars a day times days a year.</summary>
    public double? SharpeBars { get; init; }

    public double? SkewnessDaily { get; init; }

    public double? KurtosisDaily { get; init; }

    /// <summary>Probability that the true daily ratio exceeds 0.</summary>
    public double? PsrDaily { get; init; }

    /// <summary>Days needed to be 95 % sure of it.</summary>
    public double? MinimumTrackRecordDays { get; init; }

    public double? Cagr { get; init; }

    public double? Calmar { get; init; }

    public required Drawdown Drawdown { get; init; }

    public required TradeStatistics Trades { get; init; }

    /// <param name="equity">Equity in cents at each close, as the simulation gave it.</param>
    public static ReferenceSummary Of(SimulationResult result, ReadOnlySpan<long> equity, double periodsPerYear = 260)
    {
        ArgumentNullException.ThrowIfNull(result);
        double[] days = [.. result.DailyReturns.Select(d => d.Return)];
        Moments moments = Moments.Of(days);
        Drawdown drawdown = Drawdown.OfCents(result.StartBalanceCents, equity);
        (double Commission, double Swap) charges = Charges(result);
        double? perDay = SharpeRatio.PerPeriod(days);
        double? growth = AnnualGrowth.Rate((double)result.EndBalanceCents / result.StartBalanceCents, days.Length, periodsPerYear);
        return new ReferenceSummary
        {
            StartBalance = result.StartBalanceCents / 100.0,
            FinalEquity = result.EndBalanceCents / 100.0,
            NetProfit = (result.EndBalanceCents - result.StartBalanceCents) / 100.0,
            Commission = charges.Commission,
            Swap = charges.Swap,
            Days = days.Length,
            PeriodsPerYear = periodsPerYear,
            SharpeDaily = SharpeRatio.Annual(days, periodsPerYear),
            SortinoDaily = SortinoRatio.Annual(days, periodsPerYear),
            SharpeBars = BarSharpe.PerBar(result.StartBalanceCents, equity) * Math.Sqrt(periodsPerYear * equity.Length / Math.Max(1, days.Length)),
            SkewnessDaily = moments.Skewness,
            KurtosisDaily = moments.Kurtosis,
            PsrDaily = perDay is null ? null : ProbabilisticSharpe.Probability(perDay.Value, days.Length, moments.Skewness!.Value, moments.Kurtosis!.Value),
            MinimumTrackRecordDays = perDay is null ? null : ProbabilisticSharpe.MinimumTrackRecord(perDay.Value, moments.Skewness!.Value, moments.Kurtosis!.Value),
            Cagr = growth,
            Calmar = CalmarRatio.Of(growth, drawdown.Fraction),
            Drawdown = drawdown,
            Trades = TradeStatistics.Of(NetProfits(result)),
        };
    }

    private static double[] NetProfits(SimulationResult result)
    {
        double[] profits = new double[result.Trades.Length];
        for (int i = 0; i < profits.Length; i++)
        {
            profits[i] = result.Trades.ItemRef(i).NetCents / 100.0;
        }

        return profits;
    }

    private static (double Commission, double Swap) Charges(SimulationResult result)
    {
        long commission = 0;
        long swap = 0;
        foreach (ref readonly Trade trade in result.Trades.AsSpan())
        {
            commission += trade.CommissionCents;
            swap += trade.SwapCents;
        }

        return (commission / 100.0, swap / 100.0);
    }
}
