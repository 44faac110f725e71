using System.Collections.Immutable;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Testing.Markets;

namespace ForexE2E.Backtesting.Tests.WalkForward;

/// <summary>Sets restricted to one regime, and four sets switched by the regime in force.</summary>
public sealed class RegimePlanTests
{
    // Two windows, so short that every test fits them anew in a moment.
    private static readonly OracleBars Bars = OracleBars.Create(14_000);

    private static readonly RunDefinition Definition = new()
    {
        Market = new Market(Symbol.Parse("EURUSD"), Timeframe.Parse("5m")),
        From = new DateTime(2022, 1, 5, 0, 0, 0, DateTimeKind.Utc),
        To = new DateTime(2022, 2, 22, 0, 0, 0, DateTimeKind.Utc),
        Data = new DataSources(),
        WalkForward = new WalkForwardSettings(outOfSampleFraction: 0),
        RegimeMode = RegimeMode.PerRegime,
        Components = [Component.Patterns, Component.Volume],
    };

    private static readonly Lazy<Backtest> Shared = new(() => Make(Bars.Series));

    [Fact]
    public void Four_sets_that_act_alike_trade_as_one_set_does_bit_for_bit()
    {
        // A value of a component that takes no part tells the sets apart, and no trade.
        ParameterSet set = Set();
        ParameterPlan four = Switching(i => set.With("rl_ppo_epochs", 5 + i));
        Assert.Equal(4, four.Sets.Length);
        SampleReport one = Report(set);
        SampleReport switched = Report(four);
        Assert.True(one.Metrics.TotalTrades > 20);
        Assert.Equal(one.Windows.Select(w => w.Result), switched.Windows.Select(w => w.Result));
        Assert.Equal(one.Windows.SelectMany(w => w.Trades), switched.Windows.SelectMany(w => w.Trades));
        Assert.Equal(one.Metrics, switched.Metrics);
    }

    [Fact]
    public void Equal_sets_learn_their_sizes_as_one_set_does()
    {
        ParameterSet set = Set(("sizing_method", "kelly"));
        Assert.Equal(Report(set).Metrics, Report(Switching(_ => set)).Metrics);
    }

    [Theory]
    [InlineData(Regime.TrendingUp)]
    [InlineData(Regime.TrendingDown)]
    [InlineData(Regime.Ranging)]
    [InlineData(Regime.Volatile)]
    public void A_regimes_trial_enters_in_its_regime_only_and_exits_in_any(Regime regime)
    {
        SampleReport report = Report(ParameterPlan.Only(regime, Set()));
        Trade[] trades = [.. report.Windows.SelectMany(w => w.Trades)];
        Assert.NotEmpty(trades);
        Assert.All(trades, t => Assert.Equal(regime, t.Regime));
        Assert.Equal(trades.Length, report.Metrics.TotalTrades);
    }

    [Fact]
    public void The_set_of_the_regime_at_the_signal_governs_the_trade_to_its_exit()
    {
        // Told apart by the longest holding time, which only the governing set knows.
        int[] hours = [6, 8, 10, 12];
        SampleReport report = Report(Switching(i => Set(("risk_use_time_based_exit", "true"), ("risk_atr_multiplier", "3"), ("risk_stop_loss_pct", "5")).With("risk_max_holding_hours", hours[i])));
        Trade[] timed = [.. report.Windows.SelectMany(w => w.Trades).Where(t => t.Reason == Strategy.Decisions.ExitReason.TimeExit)];
        Assert.NotEmpty(timed);
        Assert.All(timed, t => Assert.InRange(t.HoldingMinutes, 60 * hours[(int)t.Regime - 1], (60 * hours[(int)t.Regime - 1]) + (49 * 60)));
        Assert.All(
            report.Windows.SelectMany(w => w.Trades).Where(t => t.EntryTime.DayOfWeek is > DayOfWeek.Sunday and < DayOfWeek.Friday),
            t => Assert.True(t.HoldingMinutes <= (60 * hours[(int)t.Regime - 1]) + 5));
    }

    [Fact]
    public void Regimes_add_up_to_the_whole()
    {
        Backtest backtest = Shared.Value;
        SampleReport report = Report(Set());
        WindowResult[] windows = [.. report.Windows.Select(w => w.Result)];
        ImmutableArray<RegimeResult> parts = backtest.JoinByRegime(windows);
        Assert.Equal(RegimeNames.States, parts.Select(p => p.Regime));
        Assert.Equal(report.Metrics.TotalTrades, parts.Sum(p => p.Metrics.TotalTrades));
        Assert.Equal(report.Metrics.WinningTrades, parts.Sum(p => p.Metrics.WinningTrades));
        Assert.Equal(report.Metrics.TotalReturn, parts.Sum(p => p.Metrics.TotalReturn), 1e-6);
        Assert.Equal(report.Metrics.TotalCosts, parts.Sum(p => p.Metrics.TotalCosts), 1e-6);
        Assert.All(parts, p => Assert.Equal(report.Metrics.TradingDays, p.Metrics.TradingDays));
        Assert.All(parts, p => Assert.InRange(p.Metrics.MaxDrawdownPct, 0, 100));
        Assert.All(windows, w => Assert.Equal(w.EndBalanceCents - w.StartBalanceCents, w.ByRegime.Sum(r => r.ByDay.Sum(d => d.Cents))));
    }

    [Theory]
    [InlineData(0.31)]
    [InlineData(0.77)]
    public void Cutting_the_bars_changes_no_switched_trade_closed_before_the_cut(double part)
    {
        ParameterPlan plan = Switching(i => Set(("risk_max_holding_hours", "12"), ("pattern_lookback_period", "60")).With("risk_stop_loss_pct", 1 + (0.5 * i)));
        WalkForwardWindow window = Shared.Value.InSample[1];
        ImmutableArray<Trade> trades = Shared.Value.RunWindowTrades(window, plan, CancellationToken.None).Trades;
        int first = Bars.Series.IndexAtOrAfter(window.TestFrom);
        int cut = first + (int)(part * (Bars.Series.IndexAtOrAfter(window.TestTo) - first));
        ImmutableArray<Trade> early = Make(Bars.Series.Truncate(cut)).RunWindowTrades(window, plan, CancellationToken.None).Trades;
        Assert.NotEmpty(trades);
        Assert.Equal(trades.Where(t => t.ExitBar < cut - 1), early.Where(t => t.ExitBar < cut - 1));
    }

    private static SampleReport Report(ParameterPlan plan) => Shared.Value.Report(Shared.Value.InSample, plan, CancellationToken.None);

    private static ParameterPlan Switching(Func<int, ParameterSet> set) =>
        ParameterPlan.Switching([.. RegimeNames.States.Select((r, i) => new RegimeSet(r, set(i)))]);

    private static ParameterSet Set(params (string Name, string Text)[] values) =>
        ParameterSet.FromTexts(ParameterCatalog.All, values.Select(v => KeyValuePair.Create(v.Name, v.Text)));

    private static Backtest Make(BarSeries bars) =>
        new BacktestFactory().Create(Definition, new MarketData(bars, [], null, null, FormattableString.Invariant($"bars-{bars.Count}")));
}
