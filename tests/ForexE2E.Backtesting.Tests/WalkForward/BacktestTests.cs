using System.Collections.Immutable;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Backtesting.WalkForward;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Testing.Markets;

namespace ForexE2E.Backtesting.Tests.WalkForward;

/// <summary>The strategy walked forward over generated bars.</summary>
public sealed class BacktestTests
{
    private static readonly OracleBars Bars = OracleBars.Create(16_000);

    private static readonly RunDefinition Definition = new()
    {
        Market = new Market(Symbol.Parse("EURUSD"), Timeframe.Parse("5m")),
        From = new DateTime(2022, 1, 5, 0, 0, 0, DateTimeKind.Utc),
        To = new DateTime(2022, 3, 20, 0, 0, 0, DateTimeKind.Utc),
        Data = new DataSources(),
    };

    [Fact]
    public void Windows_give_the_same_result_in_any_order_and_on_any_instance()
    {
        Backtest backtest = Make(Bars.Series);
        ParameterSet parameters = Parameters();
        WindowResult[] forward = [.. backtest.InSample.Select(w => backtest.RunWindow(w, parameters, CancellationToken.None))];
        Backtest other = Make(Bars.Series);
        WindowResult[] backward = [.. other.InSample.Reverse().Select(w => other.RunWindow(w, parameters, CancellationToken.None)).Reverse()];
        Assert.Equal(forward, backward);
        Assert.Equal(backtest.Join(forward), other.Join(backward));
        Assert.Contains(forward, w => w.Totals.Trades > 0);
    }

    [Fact]
    public void Trades_stay_inside_their_window_and_the_result_is_their_sum()
    {
        Backtest backtest = Make(Bars.Series);
        WalkForwardWindow window = backtest.InSample[0];
        WindowRun run = backtest.RunWindowTrades(window, Parameters(), CancellationToken.None);
        Assert.Equal(backtest.RunWindow(window, Parameters(), CancellationToken.None), run.Result);
        Assert.Equal(run.Result.EndBalanceCents, run.Result.StartBalanceCents + run.Trades.Sum(t => t.NetCents));
        Assert.Equal(run.Result.Totals.Trades, run.Result.ByRegime.Sum(r => r.Totals.Trades));
        Assert.All(run.Trades, t => Assert.True(t.SignalTime >= window.TestFrom && t.ExitTime <= window.TestTo && t.Regime != Regime.Global));
    }

    [Theory]
    [InlineData("kelly")]
    [InlineData("optimal_f")]
    public void Sizes_that_learn_from_the_train_span_run(string method)
    {
        Backtest backtest = Make(Bars.Series);
        ParameterSet parameters = ParameterSet.FromTexts(ParameterCatalog.All, [new("sizing_method", method)]);
        SampleReport report = backtest.Report([backtest.InSample[0]], parameters, CancellationToken.None);
        Assert.Equal(report.Metrics.TotalTrades, report.ByRegime.Sum(r => r.Trades.Trades));
        Assert.Equal(report.Windows[0].Result.EndBalanceCents / 100.0, 100_000 + report.Metrics.TotalReturn, 1e-6);
    }

    [Theory]
    [InlineData(0.12)]
    [InlineData(0.5)]
    [InlineData(0.83)]
    public void Cutting_the_bars_changes_no_trade_closed_before_the_cut(double part)
    {
        Backtest whole = Make(Bars.Series);
        WalkForwardWindow window = whole.InSample[1];
        ImmutableArray<Trade> trades = whole.RunWindowTrades(window, Parameters(), CancellationToken.None).Trades;
        int first = Bars.Series.IndexAtOrAfter(window.TestFrom);
        int cut = first + (int)(part * (Bars.Series.IndexAtOrAfter(window.TestTo) - first));
        ImmutableArray<Trade> early = Make(Bars.Series.Truncate(cut)).RunWindowTrades(window, Parameters(), CancellationToken.None).Trades;
        Assert.NotEmpty(trades);
        Assert.Equal(trades.Where(t => t.ExitBar < cut - 1), early.Where(t => t.ExitBar < cut - 1));
    }

    private static ParameterSet Parameters() => ParameterSet.FromTexts(ParameterCatalog.All, []);

    private static Backtest Make(BarSeries bars) =>
        new BacktestFactory().Create(Definition, new MarketData(bars, [], null, null, FormattableString.Invariant($"bars-{bars.Count}")));
}
