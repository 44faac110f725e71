namespace ForexE2E.Backtesting.Metrics;

/// <summary>
/// The same trades in another order: the end never moves, the drawdown does. Says how much of a drawdown was luck of order,
/// nothing about edge.
/// </summary>
public static class TradeOrder
{
    /// <summary>Drawdown of the closed-trade curve when the trades come in this order.</summary>
    /// <param name="start">Money before the first trade, positive.</param>
    /// <param name="order">Each index of <paramref name="netProfits"/> once.</param>
    public static Drawdown DrawdownOf(double start, ReadOnlySpan<double> netProfits, ReadOnlySpan<int> order)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(order.Length, netProfits.Length);
        double[] curve = new double[order.Length + 1];
        curve[0] = start;
        for (int i = 0; i < order.Length; i++)
        {
            curve[i + 1] = curve[i] + netProfits[order[i]];
        }

        return Drawdown.Of(curve);
    }
}
