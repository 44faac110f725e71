namespace ForexE2E.Strategy.Rl.State;

/// <summary>Where each of the state's 137 entries lies, and in what unit it is told to the agent.</summary>
internal static class AgentState
{
    /// <summary>Returns, volatilities and risks look back so many trading days.</summary>
    public const int Days = 20;

    /// <summary>20 daily returns of five pairs, oldest day first, pairs side by side: in daily volatilities of the pair.</summary>
    public const int Returns = 0;

    /// <summary>Five volatilities: logarithm of the daily one over 0.6 %.</summary>
    public const int Volatilities = Returns + (Days * DailyCloses.Pairs);

    /// <summary>Ten correlations, the upper triangle row by row, as they are.</summary>
    public const int Correlations = Volatilities + DailyCloses.Pairs;

    /// <summary>Value at risk, conditional value at risk, Sharpe and Sortino of five pairs, one kind after the other.</summary>
    public const int Risks = Correlations + (DailyCloses.Pairs * (DailyCloses.Pairs - 1) / 2);

    /// <summary>(VIX - 20) / 10.</summary>
    public const int VixLevel = Risks + (4 * DailyCloses.Pairs);

    /// <summary>Share of the last 252 published values that lie below or at the newest, from -1 to 1.</summary>
    public const int VixRank = VixLevel + 1;

    public const int Entries = VixRank + 1;

    /// <summary>No entry is further from zero.</summary>
    public const double Bound = 4;

    /// <summary>The name of this layout and these units in model.json; a change of either is another name.</summary>
    public const string Layout = "daily-137-v1";
}
