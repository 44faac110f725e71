using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;
using ForexE2E.Storage.MarketData;

namespace ForexE2E.Host.Tests.Options;

public sealed class DefinitionOptionsTests
{
    [Fact]
    public async Task The_contract_becomes_a_definition()
    {
        RunDefinition d = await Read(
            "--symbol", "GBPUSD", "--timeframe", "1h", "--bars", "b.csv", "--bars-for", "EURUSD=e.csv", "--bars-for", "USDJPY=j.csv", "--vix", "v.csv",
            "--sentiment", "s.csv", "--from", "2018-01-01", "--to", "2019-12-31", "--enable", "vix,sentiment", "--balance", "5000", "--currency", "eur");
        Assert.Equal("GBPUSD 1h", d.Market.ToString());
        Assert.Equal(Path.GetFullPath("b.csv"), d.Data.Bars);
        Assert.Equal(["EURUSD", "USDJPY"], d.Data.Pairs.Select(p => p.Symbol.Code));
        Assert.Equal((Path.GetFullPath("v.csv"), Path.GetFullPath("s.csv")), (d.Data.Vix, d.Data.Sentiment));
        Assert.Equal((2018, 2020), (d.From.Year, d.To.Year));
        Assert.Equal<Component>([Component.Vix, Component.Sentiment], [.. d.Components]);
        Assert.Equal((5000, "EUR"), (d.Account.StartBalance, d.Account.Currency));
    }

    [Fact]
    public async Task Without_bars_the_market_is_generated_over_five_months()
    {
        RunDefinition d = await Read();
        Assert.True(d.Data.IsSynthetic);
        Assert.Equal(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), d.From);
        Assert.Equal(new DateTime(2024, 6, 1, 0, 0, 0, DateTimeKind.Utc), d.To);
    }

    [Fact]
    public async Task The_learned_components_take_part_when_they_or_a_folder_of_models_are_named()
    {
        Component[] learned = [Component.Sssd, Component.Rl];
        Assert.Empty((await Read()).Components.Intersect(learned));
        Assert.Equal(5, (await Read()).Components.Length);
        Assert.Equal(7, (await Read("--models", "mine")).Components.Length);
        Assert.Equal(7, (await Read("--enable", "all")).Components.Length);
        Assert.Equal<Component>([Component.Rl], [.. (await Read("--enable", "rl")).Components]);
    }

    [Fact]
    public async Task A_span_that_was_not_said_is_the_files()
    {
        using Shell shell = new();
        Assert.Equal(ExitCode.Success, (await shell.Type("data", "generate", shell.PathOf("EURUSD.csv"), "--from", "2024-03-04", "--to", "2024-03-05")).Code);
        RunDefinition d = await Read("--bars", shell.PathOf("EURUSD.csv"));
        Assert.Equal(new DateTime(2024, 3, 4, 0, 0, 0, DateTimeKind.Utc), d.From);
        Assert.Equal(new DateTime(2024, 3, 6, 0, 0, 0, DateTimeKind.Utc), d.To);
    }

    [Fact]
    public async Task A_span_that_ends_before_it_begins_is_refused()
    {
        CommandException refusal = await Assert.ThrowsAsync<CommandException>(() => Read("--from", "2019-01-02", "--to", "2019-01-01"));
        Assert.Contains("2019-01-02", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<RunDefinition> Read(params string[] arguments)
    {
        DefinitionOptions o = new(outOfSample: 0.2);
        using MarketDataFiles files = new();
        return await o.Read(Parsed.By([o.Market, o.Data, o.Components, o.WalkForward, o.Costs, o.Account], arguments), files, CancellationToken.None);
    }
}
