namespace ForexE2E.Strategy.Rl.State;

/// <summary>What 20 daily returns of one pair say of its risk.</summary>
internal readonly record struct DayStatistics
{
    private const double Tail = 0.05;

    /// <param name="returns">20, in any order of time.</param>
    public DayStatistics(ReadOnlySpan<double> returns)
    {
        Span<double> sorted = stackalloc double[returns.Length];
        returns.CopyTo(sorted);
        sorted.Sort();
        double squares = 0, below = 0;
        foreach (double value in returns)
            Mean += value / returns.Length;
        foreach (double value in returns)
        {
            squares += (value - Mean) * (value - Mean);
            below += Math.Min(value, 0) * Math.Min(value, 0);
        }

        Volatility = Math.Max(Math.Sqrt(squares / (returns.Length - 1)), 1e-6);
        DownsideDeviation = Math.Max(Math.Sqrt(below / returns.Length), 1e-6);
        // Linear between order statistics (Hyndman and Fan 1996, type 7); the tail holds what lies at or below it.
        double place = Tail * (returns.Length - 1);
        int lower = (int)place;
        double quantile = sorted[lower] + ((place - lower) * (sorted[lower + 1] - sorted[lower]));
        double tail = 0;
        for (int i = 0; i <= lower; i++)
            tail += sorted[i] / (lower + 1);
        (ValueAtRisk, ConditionalValueAtRisk) = (-quantile, -tail);
    }

    public double Mean { get; }

    /// <summary>With n - 1, at least 1e-6.</summary>
    public double Volatility { get; }

    /// <summary>Root mean square of losses over all days, at least 1e-6.</summary>
    public double DownsideDeviation { get; }

    /// <summary>The loss that one day in twenty reaches; negative where even that day gained.</summary>
    public double ValueAtRisk { get; }

    /// <summary>Mean loss of the days at or beyond <see cref="ValueAtRisk"/>.</summary>
    public double ConditionalValueAtRisk { get; }

    /// <summary>Mean over volatility, times root 20.</summary>
    public double Sharpe => Mean / Volatility * Math.Sqrt(AgentState.Days);

    /// <summary>Mean over downside deviation, times root 20.</summary>
    public double Sortino => Mean / DownsideDeviation * Math.Sqrt(AgentState.Days);
}
