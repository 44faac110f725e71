using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Markets.Synthetic;
using ForexE2E.Strategy.Rl.State;

namespace ForexE2E.Strategy.Tests.Rl;

public sealed class AgentStatesTests
{
    private static readonly DateTime From = new(2021, 1, 4, 0, 0, 0, DateTimeKind.Utc);
    private static readonly SyntheticMarketData Made = SyntheticMarket.Generate(new Market(Symbol.Parse("EURUSD"), new Timeframe(60)), From, From.AddDays(120), 3);
    private static readonly MarketData Data = new(Made.Bars, Made.Pairs, Made.Vix, null, "");

    [Fact]
    public void A_state_has_137_entries_and_the_first_comes_after_20_returns()
    {
        AgentStates states = new(Data);

        Assert.Equal(137, AgentState.Entries);
        Assert.Equal(137, states.At(states.First).Length);
        Assert.Equal(states.Closes.FirstReturn + 19, states.First);
        Assert.All(Enumerable.Range(states.First, states.Closes.Count - states.First), d => Assert.All(states.At(d).ToArray(), v => Assert.InRange(v, -4, 4)));
    }

    [Fact]
    public void Cutting_off_all_that_is_later_changes_no_earlier_state()
    {
        AgentStates whole = new(Data);
        foreach (int day in new[] { whole.First, whole.First + 1, whole.First + 20, whole.Closes.Count - 3 })
        {
            DateTime known = whole.Closes.EndOf(day);
            AgentStates cut = new(Cut(known));

            Assert.Equal(day + 1, cut.Closes.Count);
            Assert.Equal(whole.At(day).ToArray(), cut.At(day).ToArray());
        }
    }

    [Fact]
    public void A_bar_that_is_still_running_and_a_value_published_at_the_close_are_not_known()
    {
        AgentStates whole = new(Data);
        int day = whole.First + 5;
        DateTime known = whole.Closes.EndOf(day);
        PublishedSeries late = new("vix", [From, known], [15, 60]);
        BarSeries next = Made.Pairs[0];
        int after = next.IndexAtOrAfter(known.AddMinutes(-next.Timeframe.Minutes + 1));
        MarketData changed = Data with { Vix = late, Pairs = [Shifted(next, after), .. Made.Pairs.Skip(1)] };

        AgentStates states = new(changed);

        Assert.Equal(whole.At(day)[..AgentState.VixLevel].ToArray(), states.At(day)[..AgentState.VixLevel].ToArray());
        Assert.Equal(-0.5f, states.At(day)[AgentState.VixLevel]);
        Assert.Equal(4f, states.At(day + 1)[AgentState.VixLevel]);
    }

    [Fact]
    public void Entries_are_what_their_names_say()
    {
        AgentStates states = new(Data);
        int day = states.First + 30;
        double[] r = [.. Enumerable.Range(day - 19, 20).Select(d => states.Closes.Return(d, 2))];
        double mean = r.Average(), deviation = Math.Sqrt(r.Sum(x => (x - mean) * (x - mean)) / 19);
        ReadOnlySpan<float> state = states.At(day);

        Assert.Equal(r[19] / deviation, state[(19 * 5) + 2], 4);
        Assert.Equal(Math.Log(deviation / 0.006), state[100 + 2], 4);
        Assert.Equal(-r.Min() / deviation, state[AgentState.Risks + 5 + 2], 4);
        Assert.Equal(mean / deviation * Math.Sqrt(20), state[AgentState.Risks + 10 + 2], 4);
        Assert.InRange(state[AgentState.Correlations], -1, 1);
    }

    [Fact]
    public void Moves_are_the_next_days_returns_in_known_volatilities()
    {
        AgentStates states = new(Data);
        int day = states.First + 10;
        double ratio = states.MovesAfter(day, 1)[0] / states.Closes.Return(day + 1, 0);

        for (int pair = 1; pair < 5; pair++)
            Assert.Equal(states.Closes.Return(day + 1, pair) * ratio, states.MovesAfter(day, 1)[pair], 3);
    }

    [Fact]
    public void The_traded_pair_comes_first_and_four_others_follow_in_their_order()
    {
        Assert.Equal(["EURUSD", .. Made.Pairs.Take(4).Select(p => p.Symbol.ToString())], DailyCloses.Universe(Data)!.Value.Select(b => b.Symbol.ToString()));
        Assert.Null(DailyCloses.Universe(Data with { Pairs = [.. Made.Pairs.Take(3)] }));
    }

    private static MarketData Cut(DateTime known) => Data with
    {
        Bars = Ended(Made.Bars, known),
        Pairs = [.. Made.Pairs.Select(p => Ended(p, known))],
        Vix = new PublishedSeries("vix", [.. Made.Vix.Published.ToArray().Where(p => p < known)], [.. Made.Vix.Values[..(Made.Vix.IndexBefore(known) + 1)]]),
    };

    private static BarSeries Ended(BarSeries bars, DateTime known) => bars.Truncate(bars.IndexAtOrAfter(known.AddMinutes(1 - bars.Timeframe.Minutes)));

    private static BarSeries Shifted(BarSeries bars, int from)
    {
        int[] Moved(ReadOnlySpan<int> column) => [.. column.ToArray().Select((v, i) => i >= from ? v * 2 : v)];
        return new BarSeries(bars.Symbol, bars.Timeframe, bars.Digits, bars.Side, new BarColumns
        {
            StartMinutes = bars.StartMinutes.ToArray(),
            Open = Moved(bars.Open),
            High = Moved(bars.High),
            Low = Moved(bars.Low),
            Close = Moved(bars.Close),
        });
    }
}
