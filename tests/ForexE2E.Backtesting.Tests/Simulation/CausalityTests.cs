using CsCheck;
using ForexE2E.Backtesting.Reference;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Domain.Markets;
using ForexE2E.Domain.Runs;
using ForexE2E.Strategy.Decisions;

namespace ForexE2E.Backtesting.Tests.Simulation;

/// <summary>No bar is known before it has happened, and no cent appears or disappears.</summary>
public sealed class CausalityTests
{
    private static readonly Gen<BarSeries> Bars = RandomBars.Of(40, 160);

    [Fact]
    public void Cutting_the_bars_anywhere_changes_no_trade_closed_before_the_cut() =>
        Gen.Select(Bars, Gen.Double[0.1, 0.99], Gen.Bool).Sample((bars, part, isFirst) =>
        {
            ReferenceRule rule = isFirst ? ReferenceRule.S1 : ReferenceRule.S2;
            int cut = Math.Max(1, (int)(part * bars.Count));
            Trade[] whole = [.. Trades(bars, rule).Where(t => t.ExitBar < cut - 1)];
            Trade[] early = [.. Trades(bars.Truncate(cut), rule).Where(t => t.ExitBar < cut - 1)];
            Assert.Equal(whole, early);
        }, iter: 300);

    [Fact]
    public void The_account_is_the_start_and_all_trades_and_the_curve_ends_at_it() =>
        Gen.Select(Bars, Gen.Int[0, 999]).Sample((bars, seed) =>
        {
            long[] equity = new long[bars.Count];
            SimulationResult result = Simulate.Run(Signals(bars, seed, 400), bars, new CostSettings(), equity: equity);
            Assert.Equal(Simulate.Start + result.Trades.Sum(t => t.NetCents), result.EndBalanceCents);
            Assert.Equal(result.EndBalanceCents, equity[^1]);
            double compounded = result.DailyReturns.Aggregate((double)Simulate.Start, (money, day) => money * (1 + day.Return));
            Assert.Equal(result.EndBalanceCents, compounded, 1e-3);
            Assert.All(result.Trades, t => Assert.True(t.MaxAdversePoints >= 0 && t.MaxFavourablePoints >= 0 && t.SpreadCents >= 0));
        }, iter: 200);

    [Fact]
    public void Dearer_trading_never_earns_more_for_the_same_decisions() =>
        Gen.Select(Bars, Gen.Int[0, 999], Gen.Double[0, 3], Gen.Double[0, 3]).Sample((bars, seed, less, more) =>
        {
            CostSettings cheap = new() { Spread = SpreadModel.Fixed, SpreadPips = Math.Min(less, more) };
            long net = Simulate.Run(Signals(bars, seed, 50), bars, cheap).EndBalanceCents;
            Assert.True(net >= Simulate.Run(Signals(bars, seed, 50), bars, cheap with { SpreadPips = Math.Max(less, more) }).EndBalanceCents);
            Assert.True(net >= Simulate.Run(Signals(bars, seed, 50), bars, cheap with { SlippagePips = 0.5 }).EndBalanceCents);
            Assert.True(net >= Simulate.Run(Signals(bars, seed, 50), bars, cheap with { CommissionPerLot = 5 }).EndBalanceCents);
        }, iter: 200);

    private static IEnumerable<Trade> Trades(BarSeries bars, ReferenceRule rule) => new ReferenceBacktest(bars).Run(rule, new(2, 5, 3, 1)).Trades;

    /// <summary>Random signals and no stops: decisions that no cost can change.</summary>
    private static ScriptedRule Signals(BarSeries bars, int seed, int lots)
    {
        Domain.Randomness.SplitMix64 luck = new((ulong)seed);
        return ScriptedRule.Signals(new EntryPlan { MicroLots = lots }, [.. Enumerable.Range(0, bars.Count).Select(i => (i, (Side)(luck.NextInt(3) - 1)))]);
    }
}
