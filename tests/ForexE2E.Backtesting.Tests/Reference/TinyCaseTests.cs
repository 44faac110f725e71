using System.Text.Json;
using ForexE2E.Backtesting.Reference;
using ForexE2E.Backtesting.Simulation;
using ForexE2E.Backtesting.Tests.Vectors;
using ForexE2E.Domain.Markets;
using ForexE2E.Strategy.ReferenceRules;
using ForexE2E.Testing.Markets;

namespace ForexE2E.Backtesting.Tests.Reference;

/// <summary>Sixty bars small enough to check by hand.</summary>
public sealed class TinyCaseTests
{
    [Theory]
    [InlineData(ReferenceRule.S1, "s1")]
    [InlineData(ReferenceRule.S2, "s2")]
    public void Trades_and_equity_are_those_worked_out_by_hand(ReferenceRule rule, string name)
    {
        JsonElement tiny = Vector.Read("tiny_case.json");
        JsonElement expected = tiny.GetProperty(name);
        BarSeries bars = Bars(tiny);
        long[] equity = new long[bars.Count];
        CrossoverParameters parameters = new(
            expected.GetProperty("fast").GetInt32(),
            expected.GetProperty("slow").GetInt32(),
            expected.GetProperty("atr").GetInt32(),
            expected.GetProperty("mult").GetDecimal());

        SimulationResult result = new ReferenceBacktest(bars).Run(rule, parameters, equity: equity);

        using StringWriter writer = new();
        TradeListWriter.Write(writer, result.Trades);
        Assert.Equal(Lines(expected.GetProperty("trades")), writer.ToString());
        Assert.Equal(expected.GetProperty("equity_cents").EnumerateArray().Select(e => e.GetInt64()), equity);
    }

    private static BarSeries Bars(JsonElement tiny)
    {
        BarsBuilder builder = new();
        foreach (JsonElement bar in tiny.GetProperty("bars").EnumerateArray())
        {
            builder.At(bar.GetProperty("time").GetDateTime().ToUniversalTime())
                .Bar(Int(bar, "open"), Int(bar, "high"), Int(bar, "low"), Int(bar, "close"), Int(bar, "spread"));
        }

        return builder.Build();
    }

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static string Lines(JsonElement trades)
    {
        string[] names = TradeListWriter.Header.Split(',');
        IEnumerable<string> lines = trades.EnumerateArray().Select(t => string.Join(',', names.Select(n => t.GetProperty(n).ToString())));
        return string.Concat(lines.Prepend(TradeListWriter.Header).Select(l => l + "\n"));
    }
}
