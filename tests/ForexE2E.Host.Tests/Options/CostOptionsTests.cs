using ForexE2E.Domain.Runs;
using ForexE2E.Host.Failures;
using ForexE2E.Host.Options;

namespace ForexE2E.Host.Tests.Options;

public sealed class CostOptionsTests
{
    private readonly CostOptions _options = new();

    [Fact]
    public void Without_options_costs_are_those_of_a_retail_account() => Assert.Equal(new CostSettings(), Read());

    [Fact]
    public void A_number_is_a_fixed_spread_in_pips() =>
        Assert.Equal((SpreadModel.Fixed, 0.8), (Read("--spread", "0.8").Spread, Read("--spread", "0.8").SpreadPips));

    [Theory]
    [InlineData("auto", SpreadModel.Auto)]
    [InlineData("file", SpreadModel.FromFile)]
    [InlineData("hourly", SpreadModel.ByHour)]
    public void Words_name_a_spread_model(string word, SpreadModel model) => Assert.Equal(model, Read("--spread", word).Spread);

    [Fact]
    public void A_negative_swap_is_a_value_and_no_option() => Assert.Equal(-1.2, Read("--swap-long", "-1.2").SwapLongPips);

    [Fact]
    public void Zero_costs_must_be_asked_for_alone()
    {
        Assert.Equal(CostSettings.Zero, Read("--zero-costs"));
        CommandException refusal = Assert.Throws<CommandException>(() => Read("--zero-costs", "--commission", "2"));
        Assert.Contains("--commission", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_commission_is_refused() => Assert.Equal(ExitCode.WrongUsage, Assert.Throws<CommandException>(() => Read("--commission", "-1")).Code);

    [Fact]
    public void An_unknown_spread_model_is_refused_with_the_choices() =>
        Assert.Contains("auto, file, hourly", Parsed.ErrorsOf(_options, "--spread", "wide"), StringComparison.Ordinal);

    private CostSettings Read(params string[] arguments) => _options.Read(Parsed.By(_options, arguments));
}
