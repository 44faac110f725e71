using System.Text.Json;
using System.Text.Json.Nodes;
using ForexE2E.Host.Json;

namespace ForexE2E.Host.Tests.Json;

public sealed class DocumentsTests
{
    [Fact]
    public void Metrics_have_the_names_of_the_tables_and_undefined_ones_are_null()
    {
        JsonObject metrics = JsonSerializer.SerializeToNode(Metrics.With(sharpe: null), Documents.Default.PerformanceMetrics)!.AsObject();
        Assert.Equal(
            [
                "total_return", "total_return_pct", "sharpe_ratio", "sortino_ratio", "calmar_ratio", "max_drawdown", "max_drawdown_pct", "win_rate",
                "profit_factor", "total_trades", "winning_trades", "losing_trades", "avg_win", "avg_loss", "expectancy", "total_costs", "spread_costs",
                "commission_costs", "slippage_costs", "swap_costs", "cost_ratio", "avg_holding_time_hrs", "max_daily_loss_pct", "cagr", "trading_days",
                "periods_per_year",
            ],
            metrics.Select(p => p.Key));
        Assert.Null(metrics["sharpe_ratio"]);
        Assert.Equal("1234.56", metrics["total_return"]!.ToJsonString());
    }

    [Fact]
    public void Every_document_begins_with_its_name_and_schema_version()
    {
        using StringWriter output = new();
        JsonPrinter.Print(output, new RunStopDocument("id", "stopped"), Documents.Default.RunStopDocument);
        JsonObject document = JsonNode.Parse(output.ToString())!.AsObject();
        Assert.Equal(["document", "schema_version", "run_id", "state"], document.Select(p => p.Key));
        Assert.Equal(1, (int)document["schema_version"]!);
    }

    [Fact]
    public void Doubles_survive_to_the_last_digit()
    {
        double third = 1.0 / 3;
        JsonObject metrics = JsonSerializer.SerializeToNode(Metrics.With(third), Documents.Default.PerformanceMetrics)!.AsObject();
        Assert.Equal(third, JsonNode.Parse(metrics.ToJsonString())!["sharpe_ratio"]!.GetValue<double>());
    }
}
