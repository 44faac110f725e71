using CsCheck;
using ForexE2E.Domain.Parameters;

namespace ForexE2E.Domain.Tests.Parameters;

public sealed class ParameterTextTests
{
    private static readonly Gen<ParameterSet> Sets = Gen.Double[0, 1].Array[ParameterCatalog.All.Count].Select(shares => ParameterCatalog.Space([]).Repair(
        shares.Select((s, i) => ParameterCatalog.All[i].Low + (s * (ParameterCatalog.All[i].High - ParameterCatalog.All[i].Low))).ToArray()));

    [Fact]
    public void What_is_written_is_read_back_to_the_last_bit() =>
        Sets.Sample(set => Assert.Equal(set, ParameterSet.FromTexts(set.Definitions, set.ToTexts())));

    [Theory]
    [InlineData("risk_stop_loss_pct", "9")]
    [InlineData("risk_stop_loss_pct", "NaN")]
    [InlineData("risk_stop_loss_pct", "1,5")]
    [InlineData("risk_atr_period", "14.5")]
    [InlineData("risk_use_trailing_stop", "perhaps")]
    [InlineData("sizing_method", "roulette")]
    public void A_text_that_is_no_value_is_refused_with_name_and_remedy(string name, string text)
    {
        ParameterDefinition definition = ParameterCatalog.All[ParameterCatalog.All.IndexOf(name)];
        ParameterException e = Assert.Throws<ParameterException>(() => definition.Parse(text));
        Assert.Contains(name, e.Message, StringComparison.Ordinal);
        Assert.Contains(definition.Describe(), e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_nearest_known_one()
    {
        ParameterException e = Assert.Throws<ParameterException>(() => ParameterCatalog.All.IndexOf("risk_stop_los_pct"));
        Assert.Contains("risk_stop_loss_pct", e.Message, StringComparison.Ordinal);
    }
}
