using System.Text.Json;
using ForexE2E.Backtesting.Metrics;
using ForexE2E.Backtesting.Tests.Vectors;

namespace ForexE2E.Backtesting.Tests.Metrics;

/// <summary>Drawdowns of the same trades in other orders.</summary>
public sealed class TradeOrderTests
{
    [Fact]
    public void Other_orders_give_the_worked_drawdowns()
    {
        (JsonElement inputs, JsonElement outputs) = Vector.Statistics("monte_carlo_trade_order");
        JsonElement[] runs = [.. outputs.GetProperty("runs").EnumerateArray()];
        JsonElement[] orders = [.. inputs.GetProperty("orders").EnumerateArray()];
        for (int i = 0; i < runs.Length; i++)
        {
            int[] order = [.. orders[i].EnumerateArray().Select(e => e.GetInt32())];
            Drawdown drawdown = TradeOrder.DrawdownOf(inputs.Number("start"), inputs.Numbers("net_profit"), order);
            runs[i].MustBe("max_drawdown_money", drawdown.Money);
            runs[i].MustBe("max_drawdown_fraction", drawdown.Fraction);
        }
    }
}
