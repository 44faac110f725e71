using System.Security.Cryptography;
using System.Text;
using ForexE2E.Backtesting.Reference;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Strategy.ReferenceRules;
using ForexE2E.Testing.Markets;

namespace ForexE2E.Backtesting.Tests.Reference;

/// <summary>The reference rules on the reference bars, to the byte.</summary>
public sealed class ReferenceTradeListTests(ReferenceTradeListTests.Bars bars) : IClassFixture<ReferenceTradeListTests.Bars>
{
    [Fact]
    public void The_generated_bars_are_the_reference_bars() =>
        Assert.Equal("8e731a7c664fd0e515d523ec59ab685b59e6c825581ecb19daa937cf718e7d2a", Hash(bars.Oracle.ToCsv()));

    [Fact]
    public void Rule_s1_gives_the_reference_list_byte_for_byte()
    {
        SimulationResult result = bars.Backtest.Run(ReferenceRule.S1, CrossoverParameters.S1);
        Assert.Equal(2_966, result.Trades.Length);
        Assert.Equal(10_030_200, result.EndBalanceCents);
        Assert.Equal("7a3991a0f9433e1922b38a19350c58145e2fde6990b14f4f7192a8f989bd2ea7", Hash(Text(result)));
    }

    [Fact]
    public void Rule_s2_gives_the_reference_list_byte_for_byte()
    {
        SimulationResult result = bars.Backtest.Run(ReferenceRule.S2, CrossoverParameters.S2);
        Assert.Equal(744, result.Trades.Length);
        Assert.Equal(9_419_868, result.EndBalanceCents);
        Assert.Equal(343_722, result.Trades.Sum(t => t.CommissionCents));
        Assert.Equal(-70_995, result.Trades.Sum(t => t.SwapCents));
        Assert.Equal("03f8fafa9972c505fea34e6bd278da3f12b79297ecd99bef43b53b721c9030a4", Hash(Text(result)));
    }

    private static string Text(SimulationResult result)
    {
        using StringWriter writer = new();
        TradeListWriter.Write(writer, result.Trades);
        return writer.ToString();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Made once for all tests.</summary>
    public sealed class Bars
    {
        public OracleBars Oracle { get; } = OracleBars.Create();

        public ReferenceBacktest Backtest => field ??= new ReferenceBacktest(Oracle.Series);
    }
}
