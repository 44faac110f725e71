using ForexE2E.Domain.Markets;

namespace ForexE2E.Strategy.Rl.State;

/// <summary>
/// What the agent knows at the end of each trading day, and what the pairs did on the next: the former only from closes and VIX values
/// known then. Rounded to 1e-6. Made once a run; 548 bytes a day.
/// </summary>
internal sealed class AgentStates
{
    private const double UsualVolatility = 0.006;
    private const int VixYear = 252;
    private const double ReturnBound = 6;

    private readonly float[] _states;
    private readonly float[] _moves;

    /// <exception cref="ArgumentException">There are fewer than five pairs, or no VIX.</exception>
    public AgentStates(MarketData data)
    {
        PublishedSeries vix = data.Vix ?? throw new ArgumentException("The agent's state needs a VIX series.", nameof(data));
        Closes = new DailyCloses(data);
        _states = new float[Closes.Count * AgentState.Entries];
        _moves = new float[Closes.Count * DailyCloses.Pairs];
        First = Closes.FirstReturn + AgentState.Days - 1;
        DayStatistics[] statistics = new DayStatistics[DailyCloses.Pairs];
        while (First < Closes.Count && vix.IndexBefore(Closes.EndOf(First)) < 0)
            First++;
        for (int day = First; day < Closes.Count; day++)
        {
            Span<float> state = _states.AsSpan(day * AgentState.Entries, AgentState.Entries);
            FillPairs(day, state, statistics);
            FillCorrelations(day, state, statistics);
            FillVix(vix, Closes.EndOf(day), state);
            FillMoves(day, statistics);
        }
    }

    public DailyCloses Closes { get; }

    /// <summary>The first day with a state; the number of days where there is none.</summary>
    public int First { get; }

    /// <summary>The state at the end of a day, <see cref="AgentState.Entries"/> numbers.</summary>
    public ReadOnlySpan<float> At(int day) => Range(day, 1);

    /// <summary>The states of some days, one after the other.</summary>
    public ReadOnlySpan<float> Range(int day, int count) => _states.AsSpan(day * AgentState.Entries, count * AgentState.Entries);

    /// <summary>
    /// The five pairs' returns on the day AFTER a day, in the mean volatility of the pairs known at its end, within 6: what the agent is
    /// rewarded by, and never told. Zero on the last day.
    /// </summary>
    public ReadOnlySpan<float> MovesAfter(int day, int count) => _moves.AsSpan(day * DailyCloses.Pairs, count * DailyCloses.Pairs);

    private static float Told(double value) => (float)Math.Round(Math.Clamp(value, -AgentState.Bound, AgentState.Bound), 6);

    private void FillPairs(int day, Span<float> state, DayStatistics[] statistics)
    {
        Span<double> returns = stackalloc double[AgentState.Days];
        for (int pair = 0; pair < DailyCloses.Pairs; pair++)
        {
            for (int i = 0; i < returns.Length; i++)
                returns[i] = Closes.Return(day - AgentState.Days + 1 + i, pair);
            DayStatistics s = statistics[pair] = new DayStatistics(returns);
            for (int i = 0; i < returns.Length; i++)
                state[AgentState.Returns + (i * DailyCloses.Pairs) + pair] = Told(returns[i] / s.Volatility);
            state[AgentState.Volatilities + pair] = Told(Math.Log(s.Volatility / UsualVolatility));
            state[AgentState.Risks + pair] = Told(s.ValueAtRisk / s.Volatility);
            state[AgentState.Risks + DailyCloses.Pairs + pair] = Told(s.ConditionalValueAtRisk / s.Volatility);
            state[AgentState.Risks + (2 * DailyCloses.Pairs) + pair] = Told(s.Sharpe);
            state[AgentState.Risks + (3 * DailyCloses.Pairs) + pair] = Told(s.Sortino);
        }
    }

    private void FillCorrelations(int day, Span<float> state, DayStatistics[] statistics)
    {
        int place = AgentState.Correlations;
        for (int a = 0; a < DailyCloses.Pairs; a++)
        {
            for (int b = a + 1; b < DailyCloses.Pairs; b++)
            {
                double sum = 0;
                for (int d = day - AgentState.Days + 1; d <= day; d++)
                    sum += (Closes.Return(d, a) - statistics[a].Mean) * (Closes.Return(d, b) - statistics[b].Mean);
                state[place++] = Told(Math.Clamp(sum / (AgentState.Days - 1) / (statistics[a].Volatility * statistics[b].Volatility), -1, 1));
            }
        }
    }

    private static void FillVix(PublishedSeries vix, DateTime known, Span<float> state)
    {
        int newest = vix.IndexBefore(known);
        ReadOnlySpan<double> year = vix.Values[Math.Max(0, newest - VixYear + 1)..(newest + 1)];
        int reached = 0;
        foreach (double value in year)
            reached += value <= vix.Values[newest] ? 1 : 0;
        state[AgentState.VixLevel] = Told((vix.Values[newest] - 20) / 10);
        state[AgentState.VixRank] = Told((2.0 * reached / year.Length) - 1);
    }

    private void FillMoves(int day, DayStatistics[] statistics)
    {
        double unit = 0;
        foreach (DayStatistics s in statistics)
            unit += s.Volatility / DailyCloses.Pairs;
        for (int pair = 0; pair < DailyCloses.Pairs && day + 1 < Closes.Count; pair++)
            _moves[(day * DailyCloses.Pairs) + pair] = (float)Math.Round(Math.Clamp(Closes.Return(day + 1, pair) / unit, -ReturnBound, ReturnBound), 6);
    }
}
