using CsCheck;
using ForexE2E.Backtesting.Reference;
using ForexE2E.Backtesting.Tests.Simulation;
using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.ReferenceRules;

namespace ForexE2E.Backtesting.Tests.Reference;

/// <summary>The simulator against an independent engine, on any bars and settings.</summary>
public sealed class SlowOracleTests
{
    private static readonly Gen<decimal> Multipliers = OneOf(0.3m, 0.5m, 1m, 1.7m, 2m, 8m, 0.000001m, 33.333333m);
    private static readonly Gen<long> Balances = OneOf(1L, 5_000, 113_000, 1_000_000, 10_000_000);

    [Theory]
    [InlineData(ReferenceRule.S1)]
    [InlineData(ReferenceRule.S2)]
    public void Any_bars_and_settings_give_the_list_of_the_independent_engine(ReferenceRule rule) =>
        Gen.Select(RandomBars.Of(1, 120), Gen.Int[1, 6], Gen.Int[0, 12], Gen.Int[1, 9], Multipliers, Balances).Sample((bars, fast, more, atr, mult, balance) =>
            Assert.Equal(new SlowOracle(bars, rule, fast, fast + more, atr, mult, balance).Run(), Trades(bars, rule, new(fast, fast + more, atr, mult), balance)), iter: 400);

    [Fact]
    public void Positions_held_for_days_pay_swap_and_leave_by_time_like_those_of_the_independent_engine() =>
        Gen.Select(RandomBars.Of(600, 900), Gen.Int[20, 60], Gen.Int[1, 60]).Sample((bars, fast, more) =>
            Assert.Equal(
                new SlowOracle(bars, ReferenceRule.S2, fast, fast + more, 5, 40, 10_000_000).Run(),
                Trades(bars, ReferenceRule.S2, new(fast, fast + more, 5, 40), 10_000_000)), iter: 12);

    [Fact]
    public void Flat_prices_give_no_trades() =>
        Assert.Equal(TradeListWriter.Header + "\n", Trades(new ForexE2E.Testing.Markets.BarsBuilder().Flat(100_000, 50, 10).Build(), ReferenceRule.S2, new(2, 5, 3, 1), 10_000_000));

    [Fact]
    public void A_fast_mean_longer_than_the_slow_one_is_refused() =>
        Assert.Contains("fast was 60, slow 55", Assert.Throws<ArgumentException>(() => new CrossoverParameters(60, 55, 14, 2)).Message, StringComparison.Ordinal);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Trades(BarSeries bars, ReferenceRule rule, CrossoverParameters parameters, long balance)
    {
        using StringWriter writer = new();
        TradeListWriter.Write(writer, new ReferenceBacktest(bars).Run(rule, parameters, balance).Trades);
        return writer.ToString();
    }
}
