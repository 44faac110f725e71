using System.Collections.Immutable;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;

namespace ForexE2E.Domain.Tests.Runs;

public sealed class SearchTurnsTests
{
    private static readonly DateTime Start = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Regimes_take_turns_and_share_the_total() => Assert.Equal(
        [(Regime.TrendingUp, 3), (Regime.TrendingDown, 3), (Regime.Ranging, 2), (Regime.Volatile, 2)],
        RegimeNames.States.Select(r => (r, SearchTurns.Planned(Begin(10, RegimeMode.PerRegime).Definition, r))));

    [Fact]
    public void Numbers_of_a_stopped_regime_stay_unused()
    {
        Run run = Begin(10, RegimeMode.PerRegime, 0, 1, 2, 3) with { StoppedRegimes = Stopped(Regime.TrendingDown) };
        Assert.Equal([4, 6, 7], SearchTurns.Next(run, 3).AsEnumerable());
        Assert.Equal(4, SearchTurns.Left(run));
        Assert.Equal([4, 6, 7, 8], SearchTurns.Next(run, 99).AsEnumerable());
    }

    [Fact]
    public void A_run_whose_regimes_have_all_stopped_finishes()
    {
        Run run = Begin(10, RegimeMode.PerRegime) with { StoppedRegimes = Stopped([.. RegimeNames.States]) };
        Assert.IsType<RunStep.Finish>(run.NextStep());
    }

    [Fact]
    public void A_global_run_counts_on()
    {
        Run run = Begin(5, RegimeMode.Global, 0, 1);
        Assert.Equal([2, 3], SearchTurns.Next(run, 2).AsEnumerable());
        Assert.Equal((Regime.Global, 3), (SearchTurns.RegimeOf(RegimeMode.Global, 3), SearchTurns.TurnOf(RegimeMode.Global, 3)));
        Assert.Equal(3, SearchTurns.Left(run));
    }

    [Fact]
    public void A_per_regime_run_needs_a_trial_for_each_regime() =>
        Assert.Contains("at least as many trials", Assert.Throws<ArgumentException>(() => Begin(3, RegimeMode.PerRegime).Definition.Validated()).Message, StringComparison.Ordinal);

    private static ImmutableSortedDictionary<Regime, string> Stopped(params Regime[] regimes) => regimes.ToImmutableSortedDictionary(r => r, _ => "enough");

    private static Run Begin(int trials, RegimeMode mode, params int[] begun)
    {
        Run run = new()
        {
            Id = new RunId(Guid.Empty),
            Definition = new RunDefinition
            {
                Market = new Market(Symbol.Parse("EURUSD"), Timeframe.Parse("5m")),
                From = Start,
                To = Start.AddDays(90),
                Data = new DataSources(),
                Trials = trials,
                RegimeMode = mode,
            },
            Record = new RunRecord("", "", "", [], [], 1, 0),
            CreatedAt = Start,
        };
        return begun.Aggregate(run, (r, n) => r.With(new Trial
        {
            Number = new TrialNumber(n),
            Regime = SearchTurns.RegimeOf(mode, n),
            State = TrialState.Completed,
            Parameters = ParameterCatalog.Space([]).Defaults,
            Seen = [],
            Pending = [],
            CreatedAt = Start,
        }));
    }
}
