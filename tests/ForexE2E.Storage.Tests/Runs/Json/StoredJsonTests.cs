using System.Text.Json;
using CsCheck;
using ForexE2E.Domain.Parameters;
using ForexE2E.Domain.Runs;
using ForexE2E.Domain.Trials;
using ForexE2E.Storage.Runs.Json;
using ForexE2E.Testing.Contracts;

namespace ForexE2E.Storage.Tests.Runs.Json;

public sealed class StoredJsonTests
{
    // A released format: a change here needs a new version and a reader of the old one.
    private const string Window = """
        {"version":1,"content":{"index":1,"start_balance_cents":10000000,"end_balance_cents":10012345,"peak_equity_cents":10123456,"low_equity_cents":9876543,"max_drawdown_cents":246913,"max_drawdown_fraction":0.024390243902439025,"daily_returns":[[17532,0.30000000000000004],[17533,-1E-17],[17534,0]],"totals":{"trades":9,"wins":5,"losses":3,"gross_profit_cents":30000,"gross_loss_cents":17655,"spread_cents":900,"commission_cents":540,"slippage_cents":80,"swap_cents":-11,"holding_minutes":4321},"by_regime":[{"regime":"ranging","totals":{"trades":9,"wins":5,"losses":3},"by_day":[[17532,12346],[17534,-1]]}]}}
        """;

    [Fact]
    public void A_window_is_written_as_it_was_released()
    {
        Assert.Equal(Window, StoredJson.Write(SampleRuns.Window(1)));
        Assert.Equal(SampleRuns.Window(1), StoredJson.Read<WindowResult>(Window));
    }

    [Fact]
    public void A_window_without_what_was_added_later_still_reads()
    {
        WindowResult early = StoredJson.Read<WindowResult>(Window.Replace(",\"by_day\":[[17532,12346],[17534,-1]]", "", StringComparison.Ordinal));
        Assert.Empty(Assert.Single(early.ByRegime).ByDay);
        Assert.Equal(SampleRuns.Window(1).ByRegime[0].Totals, early.ByRegime[0].Totals);
    }

    [Fact]
    public void A_definition_keeps_every_field_and_writes_none_that_is_computed()
    {
        string json = StoredJson.Write(SampleRuns.Definition);
        Assert.Equal(json, StoredJson.Write(StoredJson.Read<RunDefinition>(json)));
        Assert.Equal(JsonSerializer.Serialize(SampleRuns.Definition), JsonSerializer.Serialize(StoredJson.Read<RunDefinition>(json)));
        Assert.Contains("\"symbol\":\"GBPJPY\",\"timeframe\":\"15m\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("is_synthetic", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_stored_before_there_were_warm_starts_still_reads()
    {
        string definition = System.Text.RegularExpressions.Regex.Replace(StoredJson.Write(SampleRuns.Definition), ",\"warm_start\":\"[^\"]*\"", "");
        Assert.DoesNotContain("warm_start", definition, StringComparison.Ordinal);
        Assert.Null(StoredJson.Read<RunDefinition>(definition).WarmStart);
        string record = System.Text.RegularExpressions.Regex.Replace(StoredJson.Write(SampleRuns.Run(1).Record with { Earlier = null }), ",?\"earlier\":null", "");
        Assert.DoesNotContain("earlier", record, StringComparison.Ordinal);
        Assert.Null(StoredJson.Read<RunRecord>(record.Replace("{,", "{", StringComparison.Ordinal)).Earlier);
    }

    [Fact]
    public void Numbers_come_back_to_the_last_bit() => Gen.Double
        .Where(double.IsFinite)
        .Sample(number => BitConverter.DoubleToInt64Bits(StoredJson.Read<WindowResult>(
            StoredJson.Write(SampleRuns.Window(0) with { MaxDrawdownFraction = number })).MaxDrawdownFraction) == BitConverter.DoubleToInt64Bits(number));

    [Fact]
    public void A_format_of_tomorrow_is_refused()
    {
        string json = Window.Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal);
        RunStoreException refusal = Assert.Throws<RunStoreException>(() => StoredJson.Read<WindowResult>(json));
        Assert.Contains("format 2", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"content\":{}}")]
    [InlineData("{\"version\":1,\"content\":{\"index\":1}}")]
    [InlineData("{\"version\":1,\"content\":{\"index\":1,")]
    public void A_damaged_column_is_refused(string json) => Assert.Throws<RunStoreException>(() => StoredJson.Read<WindowResult>(json));

    [Fact]
    public void Trial_numbers_keep_their_order_in_little_room()
    {
        Assert.Equal("[[0,3],5,4]", TrialNumbers.Write([0, 1, 2, 3, 5, 4]));
        Assert.Equal("[]", TrialNumbers.Write([]));
        Gen.Int[0, 20].Array.Sample(numbers => TrialNumbers.Read(TrialNumbers.Write([.. numbers])).SequenceEqual(numbers));
    }

    [Fact]
    public void Parameters_are_written_with_their_types()
    {
        string json = ParameterJson.Write(new ParameterSet(ParameterCatalog.All, [.. ParameterCatalog.All.Select(p => p.Default)]));
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(90, document.RootElement.EnumerateObject().Count());
        Assert.Equal(JsonValueKind.Array, document.RootElement.GetProperty("rl_actor_hidden_layers").ValueKind);
        Assert.Equal("fixed_fraction", document.RootElement.GetProperty("sizing_method").GetString());
    }
}
